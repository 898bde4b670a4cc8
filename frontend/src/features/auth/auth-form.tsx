import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import type { useAuthForm } from "./use-auth-form";

interface Props {
  title: string;
  lead?: string;
  action: string;
  form: ReturnType<typeof useAuthForm>;
  password: { autoComplete: "new-password" | "current-password"; hint?: string };
  footer: ReactNode;
}

/** Two fields that a password manager recognises. */
export function AuthForm({ title, lead, action, form, password, footer }: Props) {
  const [shown, setShown] = useState(false);
  const { failure, pending, onSubmit } = form;
  return (
    <>
      <h1 className="text-xl font-medium">{title}</h1>
      {lead && <p className="mt-1 text-ink-2">{lead}</p>}
      <form onSubmit={onSubmit} method="post" noValidate className="mt-6 flex flex-col gap-4">
        <Field label="E-mail" error={failure.fields.email}>
          {(control) => (
            <Input {...control} name="email" type="email" autoComplete="username" inputMode="email" autoFocus required maxLength={254} />
          )}
        </Field>
        <Field label="Password" hint={password.hint} error={failure.fields.password}>
          {(control) => (
            <span className="relative">
              <Input
                {...control}
                name="password"
                type={shown ? "text" : "password"}
                autoComplete={password.autoComplete}
                required
                maxLength={200}
                className="pr-11"
              />
              <button
                type="button"
                aria-label={shown ? "Hide password" : "Show password"}
                onClick={() => setShown(!shown)}
                className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-lg text-ink-3 hover:text-ink"
              >
                {shown ? <EyeOff size={16} strokeWidth={1.75} /> : <Eye size={16} strokeWidth={1.75} />}
              </button>
            </span>
          )}
        </Field>
        {failure.summary && (
          <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger">
            {failure.summary}
          </p>
        )}
        <Button type="submit" variant="primary" disabled={pending} className="mt-1 h-10">
          {pending ? "One moment…" : action}
        </Button>
      </form>
      <p className="mt-6 text-sm text-ink-2">{footer}</p>
    </>
  );
}
