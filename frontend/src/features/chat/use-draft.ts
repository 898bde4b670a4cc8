import { useSyncExternalStore } from "react";
import { createStore } from "@/lib/cache/store";

const keyOf = (thread: string | null) => `draft:${thread ?? "new"}`;
const typed = createStore<Readonly<Record<string, string>>>({});

const read = (key: string) => typed.get()[key] ?? localStorage.getItem(key) ?? "";

function write(key: string, text: string): void {
  typed.set((all) => ({ ...all, [key]: text }));
  if (text) localStorage.setItem(key, text);
  else localStorage.removeItem(key);
}

/** What is typed but not sent, kept for each thread over reloads. */
export function useDraft(thread: string | null): [string, (text: string) => void] {
  const key = keyOf(thread);
  const draft = useSyncExternalStore(
    typed.subscribe,
    () => read(key),
    () => "",
  );
  return [draft, (text) => write(key, text)];
}
