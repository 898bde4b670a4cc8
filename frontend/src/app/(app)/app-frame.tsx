"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { ErrorState } from "@/components/ui/states";
import { LiveFeed } from "@/features/history/live-feed";
import { ChatProvider } from "@/features/chat/chat-context";
import { messageOf } from "@/lib/api/problem";
import { onSignedOut } from "@/lib/api/signed-out";
import type { Me } from "@/lib/api/types";
import { MeContext, useMeQuery } from "@/lib/cache/use-me";

/** The signed-in part: who it is, the live feed, and the running conversation, above all of its pages. */
export function AppFrame({ me: initial, children }: { me: Me | null; children: ReactNode }) {
  const client = useQueryClient();
  const { data: me, error, refetch } = useMeQuery(initial);
  useEffect(
    () =>
      onSignedOut(() => {
        client.clear();
        location.replace("/sign-in");
      }),
    [client],
  );
  if (!me)
    return (
      <main className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-6">
        {error && <ErrorState message={messageOf(error)} onRetry={() => void refetch()} />}
      </main>
    );
  return (
    <MeContext value={me}>
      <ChatProvider>
        <div className="flex h-dvh flex-col">
          <LiveFeed />
          {children}
        </div>
      </ChatProvider>
    </MeContext>
  );
}
