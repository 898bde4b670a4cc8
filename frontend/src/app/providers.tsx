"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { setNonce } from "get-nonce";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { Toaster } from "@/components/ui/toaster";
import { createQueryClient } from "@/lib/cache/query-client";

export function Providers({ nonce: current, children }: { nonce: string | undefined; children: ReactNode }) {
  // A later navigation brings a nonce of its own, but the policy stays that of the page that was loaded first.
  const [nonce] = useState(current);
  // Dialogs add a style element that locks scrolling; the policy wants the nonce on it.
  if (nonce) setNonce(nonce);
  const [client] = useState(createQueryClient);
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <QueryClientProvider client={client}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
