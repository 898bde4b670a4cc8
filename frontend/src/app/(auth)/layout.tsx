import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[23rem] flex-col justify-center px-6 pt-10 pb-24">
      <Logo className="mb-8" />
      {children}
    </main>
  );
}
