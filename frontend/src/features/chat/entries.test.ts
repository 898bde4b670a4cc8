import { describe, expect, it } from "vitest";
import type { Message } from "@/lib/api/types";
import { lastPrompt, toEntries } from "./entries";
import { newTurn } from "./turn-state";

const message = (role: Message["role"], text: string, fields: Partial<Message> = {}): Message => ({
  id: `${role}-${text}`,
  role,
  text,
  turn_id: "t1",
  status: "done",
  model: null,
  events: [],
  created_at: "2026-11-23T08:00:00Z",
  ...fields,
});
const live = (fields = {}) => ({ ...newTurn("key", "c", "hello", null), turnId: "t1", text: "Hel", phase: "working" as const, ...fields });

describe("toEntries", () => {
  it("shows a turn once, live while it runs", () => {
    const stored = [message("user", "hello"), message("assistant", "", { status: "running" })];
    const [entry, ...others] = toEntries(stored, [live()]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ key: "t1", prompt: "hello", answer: { text: "Hel", phase: "working" } });
  });

  it("shows what is stored once both are complete, under the same key", () => {
    const stored = [message("user", "hello"), message("assistant", "Hello there")];
    const [entry, ...others] = toEntries(stored, [live({ phase: "done", text: "Hello there" })]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ key: "t1", answer: { text: "Hello there" } });
  });

  it("says who answered, live and stored", () => {
    const [running] = toEntries([], [live({ phase: "done", model: "offline" })]);
    expect(running?.answer?.model).toBe("offline");
    const [stored] = toEntries([message("user", "hello"), message("assistant", "Hello", { model: "command-a" })], []);
    expect(stored?.answer?.model).toBe("command-a");
  });

  it("shows what was never stored", () => {
    const refused = { ...newTurn("key", "c", "hi", null), phase: "failed" as const };
    expect(toEntries([], [refused])).toMatchObject([{ key: "key", prompt: "hi", answer: { phase: "failed" } }]);
  });
});

it("finds the last thing said, first of all what waits", () => {
  const entries = toEntries([message("user", "hello"), message("assistant", "x")], []);
  expect(lastPrompt(entries, [])).toBe("hello");
  expect(lastPrompt(entries, [{ key: "q", conversationId: "c", text: "next" }])).toBe("next");
});
