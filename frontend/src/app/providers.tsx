"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { Toaster } from "@/components/ui/toaster";
import { Problem } from "@/lib/api/problem";

/** Asks again only where another try can help: not for what the server refused. */
const retry = (failures: number, error: Error) =>
  failures < 2 && error instanceof Problem && (error.code === "offline" || error.status >= 500);

export function Providers({ nonce: current, children }: { nonce: string | undefined; children: ReactNode }) {
  // A later navigation brings a nonce of its own, but the policy stays that of the page that was loaded first.
  const [nonce] = useState(current);
  // Dialogs add a style element that locks scrolling; the policy wants the nonce on it.
  if (nonce) setNonce(nonce);
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 30_000, gcTime: 30 * 60_000 } } }),
  );
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <QueryClientProvider client={client}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
