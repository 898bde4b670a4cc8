"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { AnsweringSection } from "./answering-section";
import { AppearanceSection } from "./appearance-section";
import { ConnectionsSection } from "./connections-section";
import { DeleteSection } from "./delete-section";
import { PasswordSection } from "./password-section";
import { ProfileSection } from "./profile-section";
import { SessionsSection } from "./sessions-section";
import { TokensSection } from "./tokens-section";

export function Settings() {
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-5 pb-16 sm:px-8">
        <Link href="/today" className="mt-6 -ml-1 inline-flex min-h-9 items-center gap-1.5 rounded-lg px-1 text-sm text-ink-2 hover:text-accent touch:min-h-11">
          <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
          Tasks
        </Link>
        <h1 className="pt-2 pb-6 text-xl font-medium">Settings</h1>
        <ProfileSection />
        <AnsweringSection />
        <AppearanceSection />
        <PasswordSection />
        <SessionsSection />
        <ConnectionsSection />
        <TokensSection />
        <DeleteSection />
      </div>
    </main>
  );
}
