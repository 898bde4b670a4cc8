import type { Metadata } from "next";
import { SignInForm } from "@/features/auth/sign-in-form";
import { type EntryProps, pageAfter } from "../entry";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: EntryProps) {
  return <SignInForm next={await pageAfter(searchParams)} />;
}
