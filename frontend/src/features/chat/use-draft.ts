import { useLayoutEffect, useSyncExternalStore } from "react";
import { createStore } from "@/lib/cache/store";

type Thread = string | null | undefined;

const UNKNOWN = "draft:unknown";
const keyOf = (thread: Thread) => (thread === undefined ? UNKNOWN : `draft:${thread ?? "new"}`);
const typed = createStore<Readonly<Record<string, string>>>({});

const read = (key: string) => typed.get()[key] ?? localStorage.getItem(key) ?? "";

function write(key: string, text: string): void {
  typed.set((all) => ({ ...all, [key]: text }));
  if (text) localStorage.setItem(key, text);
  else localStorage.removeItem(key);
}

/** What was typed before it was known in which thread follows what was left there. */
function settle(key: string): void {
  const early = read(UNKNOWN);
  if (!early) return;
  write(key, [read(key), early].filter(Boolean).join("\n"));
  write(UNKNOWN, "");
}

/** What is typed but not sent, kept for each thread over reloads; `thread` is undefined while it is not known. */
export function useDraft(thread: Thread): [string, (text: string) => void] {
  const key = keyOf(thread);
  useLayoutEffect(() => {
    if (key !== UNKNOWN) settle(key);
  }, [key]);
  const draft = useSyncExternalStore(
    typed.subscribe,
    () => read(key),
    () => "",
  );
  return [draft, (text) => write(key, text)];
}
