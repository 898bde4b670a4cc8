import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Problem, messageOf } from "@/lib/api/problem";
import { sayWait } from "@/lib/format/instant";

export interface AuthFields {
  email: string;
  password: string;
}

interface Failure {
  /** What concerns the whole form. */
  summary: string | null;
  fields: Record<string, string>;
}

const NONE: Failure = { summary: null, fields: {} };

interface Options {
  submit: (fields: AuthFields) => Promise<unknown>;
  check?: (fields: AuthFields) => Failure["fields"];
  /** The page to go to when it worked. */
  next: string;
}

/** Submits e-mail and password, says what is wrong beside its field, and goes on when it worked. */
export function useAuthForm({ submit, check, next }: Options) {
  const router = useRouter();
  const client = useQueryClient();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState(NONE);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const fields = { email: String(data.get("email")).trim(), password: String(data.get("password")) };
    const wrong = { ...missing(fields), ...check?.(fields) };
    setFailure({ summary: null, fields: wrong });
    if (Object.keys(wrong).length) return focusFirst(form, wrong);
    setPending(true);
    try {
      await submit(fields);
      client.clear();
      router.replace(next);
      router.refresh();
    } catch (error) {
      const found = explain(error);
      setFailure(found);
      setPending(false);
      focusFirst(form, found.fields);
    }
  }

  return { onSubmit, pending, failure };
}

function missing({ email, password }: AuthFields): Failure["fields"] {
  return {
    ...(/^\S+@\S+$/.test(email) ? {} : { email: email ? "This is not an e-mail address." : "Enter your e-mail address." }),
    ...(password ? {} : { password: "Enter your password." }),
  };
}

function explain(error: unknown): Failure {
  if (!(error instanceof Problem)) return { ...NONE, summary: messageOf(error) };
  if (error.code === "rate_limited" && error.retryAfter)
    return { ...NONE, summary: `Too many tries. You can try again in ${sayWait(error.retryAfter)}.` };
  if (error.code === "account_exists") return { summary: null, fields: { email: error.message } };
  const { email, password } = error.fields;
  if (email || password) return { summary: null, fields: { ...(email && { email }), ...(password && { password }) } };
  return { ...NONE, summary: error.message };
}

function focusFirst(form: HTMLFormElement, fields: Failure["fields"]) {
  const name = ["email", "password"].find((each) => fields[each]);
  if (name) form.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
}
