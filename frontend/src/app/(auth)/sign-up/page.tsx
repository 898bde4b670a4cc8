import type { Metadata } from "next";
import { SignUpForm } from "@/features/auth/sign-up-form";
import { type EntryProps, pageAfter } from "../entry";

export const metadata: Metadata = { title: "Create an account" };

export default async function SignUpPage({ searchParams }: EntryProps) {
  return <SignUpForm next={await pageAfter(searchParams)} />;
}
