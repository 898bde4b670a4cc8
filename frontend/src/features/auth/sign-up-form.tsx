"use client";

import Link from "next/link";
import { register } from "@/lib/api/accounts";
import { withNext } from "@/lib/navigation/next";
import { AuthForm } from "./auth-form";
import { type AuthFields, useAuthForm } from "./use-auth-form";

const SHORTEST_PASSWORD = 8;

export function SignUpForm({ next }: { next: string }) {
  const form = useAuthForm({ submit: registerHere, check: checkPassword, next });
  return (
    <AuthForm
      title="Create your account"
      lead="Say what you need to do; the list keeps itself."
      action="Create account"
      form={form}
      password={{ autoComplete: "new-password", hint: `At least ${SHORTEST_PASSWORD} characters.` }}
      footer={
        <>
          Already have an account?{" "}
          <Link href={withNext("/sign-in", next)} className="font-medium text-accent underline-offset-4 hover:underline">
            Sign in
          </Link>
        </>
      }
    />
  );
}

function registerHere(fields: AuthFields) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return register({ ...fields, time_zone: timeZone, locale: navigator.language });
}

function checkPassword({ password }: AuthFields): Record<string, string> {
  return password.length < SHORTEST_PASSWORD ? { password: `Use at least ${SHORTEST_PASSWORD} characters.` } : {};
}
