import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { changePassword } from "@/lib/api/accounts";
import { toast } from "@/lib/cache/toasts";
import { useMe } from "@/lib/cache/use-me";
import { Section } from "./section";
import { useSubmit } from "./use-submit";

export function PasswordSection() {
  const me = useMe();
  const { busy, error, submit } = useSubmit();

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const changed = await submit(() =>
      changePassword({ current_password: String(data.get("current")), new_password: String(data.get("new")) }),
    );
    if (!changed) return;
    form.reset();
    toast("Password changed. Other devices are signed out.");
  }

  return (
    <Section title="Password" lead="Changing it signs out every other device.">
      <form onSubmit={onSubmit} className="flex max-w-md flex-col gap-4">
        <input type="email" name="email" autoComplete="username" value={me.email} readOnly hidden />
        <Field label="Current password" error={error.fields.current_password ?? error.summary ?? undefined}>
          {(control) => <Input {...control} name="current" type="password" autoComplete="current-password" required maxLength={200} />}
        </Field>
        <Field label="New password" hint="At least 8 characters." error={error.fields.new_password}>
          {(control) => (
            <Input {...control} name="new" type="password" autoComplete="new-password" required minLength={8} maxLength={200} />
          )}
        </Field>
        <Button type="submit" disabled={busy} className="self-start">
          Change password
        </Button>
      </form>
    </Section>
  );
}
