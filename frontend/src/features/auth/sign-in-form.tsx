"use client";

import Link from "next/link";
import { signIn } from "@/lib/api/accounts";
import { AuthForm } from "./auth-form";
import { useAuthForm } from "./use-auth-form";

export function SignInForm() {
  const form = useAuthForm(signIn);
  return (
    <AuthForm
      title="Sign in"
      action="Sign in"
      form={form}
      password={{ autoComplete: "current-password" }}
      footer={
        <>
          New here?{" "}
          <Link href="/sign-up" className="font-medium text-accent underline-offset-4 hover:underline">
            Create an account
          </Link>
        </>
      }
    />
  );
}
