import type { QueryClient } from "@tanstack/react-query";
import { followChanges } from "@/lib/api/history";
import type { Change } from "@/lib/api/types";
import { forgetFates } from "@/lib/cache/acts";
import { showChange } from "@/lib/cache/apply";
import { keys } from "@/lib/cache/keys";
import { markChange } from "@/lib/cache/marks";
import { backoff, pause } from "@/lib/sse/backoff";
import { connection } from "./connection";

/** Failures in a row before the person is told: one is often just a server that restarts. */
const TOLD_AFTER = 2;

/** Follows the live feed until `signal` aborts, from the last change seen after each lost connection. */
export async function followLiveChanges(client: QueryClient, signal: AbortSignal): Promise<void> {
  let last: number | null = null;
  for (let failures = 0; !signal.aborted; failures++) {
    const attempt = untilOffline(signal);
    try {
      for await (const event of followChanges(last, attempt.signal)) {
        failures = 0;
        connection.set("live");
        if (event.event === "ready") {
          last ??= event.data.seq;
        } else {
          last = event.data.seq;
          take(client, event.data);
        }
      }
    } catch {
      if (signal.aborted) return;
    } finally {
      attempt.end();
    }
    connection.set(failures >= TOLD_AFTER - 1 || !navigator.onLine ? "offline" : "connecting");
    await pause(backoff(failures), signal);
  }
}

/** A signal that also aborts when the browser goes offline: an open connection may not notice for minutes. */
function untilOffline(signal: AbortSignal): { signal: AbortSignal; end: () => void } {
  const offline = new AbortController();
  const abort = () => offline.abort();
  window.addEventListener("offline", abort);
  return { signal: AbortSignal.any([signal, offline.signal]), end: () => window.removeEventListener("offline", abort) };
}

function take(client: QueryClient, change: Change): void {
  markChange(change);
  showChange(client, change);
  if (change.action === "undo" || change.action === "redo")
    void client.invalidateQueries({ queryKey: ["messages"] }).then(forgetFates);
  if (change.entity === "list") void client.invalidateQueries({ queryKey: keys.allTasks });
}
