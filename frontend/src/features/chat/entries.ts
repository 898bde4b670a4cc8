import type { Message } from "@/lib/api/types";
import { type Queued } from "./queue";
import { type Phase, type Turn, isRunning } from "./turn-state";

export type EntryAnswer = Pick<Turn, "text" | "cards" | "phase" | "tool" | "model">;

export interface Entry {
  key: string;
  turnId: string | null;
  /** What the person said; null when only the answer is on the loaded pages. */
  prompt: string | null;
  answer: EntryAnswer | null;
  /** The live turn behind it, if this page ran it. */
  turn: Turn | null;
}

/** Stored messages and live turns as one conversation: each turn once, with the same key before and after it is stored. */
export function toEntries(messages: Message[], turns: Turn[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const message of messages) {
    const entry = entries.get(message.turn_id) ?? { key: message.turn_id, turnId: message.turn_id, prompt: null, answer: null, turn: null };
    if (message.role === "user") entry.prompt = message.text;
    else entry.answer = { text: message.text, cards: message.events, phase: phaseOf(message), tool: null, model: message.model };
    entries.set(message.turn_id, entry);
  }
  for (const turn of turns) {
    const stored = turn.turnId ? entries.get(turn.turnId) : undefined;
    if (stored?.answer && !isRunning(turn) && stored.answer.phase !== "working" && turn.phase !== "lost") {
      stored.turn = turn;
      continue;
    }
    const { turnId, prompt, text, cards, phase, tool, model } = turn;
    const key = turnId ?? turn.key;
    entries.set(key, { key, turnId, prompt: stored?.prompt ?? prompt, answer: { text, cards, phase, tool, model }, turn });
  }
  return [...entries.values()];
}

function phaseOf({ status }: Message): Phase {
  return status === "running" ? "working" : status;
}

/** The newest thing the person said, for ↑. */
export function lastPrompt(entries: Entry[], queue: Queued[]): string | null {
  return queue.at(-1)?.text ?? entries.findLast((entry) => entry.prompt)?.prompt ?? null;
}
