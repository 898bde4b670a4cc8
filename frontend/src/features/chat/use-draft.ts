import { useState } from "react";

const keyOf = (thread: string | null) => `draft:${thread ?? "new"}`;
const load = (thread: string | null) => (typeof window === "undefined" ? "" : (localStorage.getItem(keyOf(thread)) ?? ""));

/** What is typed but not sent, kept for each thread over reloads. */
export function useDraft(thread: string | null): [string, (text: string) => void] {
  const [draft, setDraft] = useState({ thread, text: load(thread) });
  const current = draft.thread === thread ? draft.text : load(thread);
  if (draft.thread !== thread) setDraft({ thread, text: current });
  const update = (text: string) => {
    setDraft({ thread, text });
    if (text) localStorage.setItem(keyOf(thread), text);
    else localStorage.removeItem(keyOf(thread));
  };
  return [current, update];
}
