"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CloudOff } from "lucide-react";
import { useEffect } from "react";
import { useConnection } from "./connection";
import { followLiveChanges } from "./live-changes";

/** Keeps the page current, and says so when it cannot. */
export function LiveFeed() {
  const client = useQueryClient();
  const state = useConnection();
  useEffect(() => {
    const controller = new AbortController();
    void followLiveChanges(client, controller.signal);
    return () => controller.abort();
  }, [client]);
  return (
    <div role="status" className="contents">
      {state === "offline" && (
        <p className="flex items-center justify-center gap-2 bg-hover px-4 py-1.5 text-center text-sm text-ink-2">
          <CloudOff size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
          Offline – changes will show when the connection is back.
        </p>
      )}
    </div>
  );
}
