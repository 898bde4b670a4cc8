"use client";

import Link from "next/link";
import { signIn } from "@/lib/api/accounts";
import { withNext } from "@/lib/navigation/next";
import { AuthForm } from "./auth-form";
import { useAuthForm } from "./use-auth-form";

export function SignInForm({ next }: { next: string }) {
  const form = useAuthForm({ submit: signIn, next });
  return (
    <AuthForm
      title="Sign in"
      action="Sign in"
      form={form}
      password={{ autoComplete: "current-password" }}
      footer={
        <>
          New here?{" "}
          <Link href={withNext("/sign-up", next)} className="font-medium text-accent underline-offset-4 hover:underline">
            Create an account
          </Link>
        </>
      }
    />
  );
}
