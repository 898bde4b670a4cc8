import { describe, expect, it } from "vitest";
import { sampleTask } from "@/testing/samples";
import { type Act, sayAct, verbOf } from "./act-words";

const style = { now: "2026-11-23T09:00", locale: "en-GB" };
const act = (tool: string, given: Record<string, unknown> = {}): Act => {
  const task = sampleTask();
  return { tool, task, arguments: { task: task.id, ...given } };
};

describe("sayAct", () => {
  it.each([
    [act("delete_task"), "Delete"],
    [act("complete_task"), "Complete"],
    [act("complete_task", { done: false }), "Reopen"],
    [act("update_task", { due: "2026-11-27" }), "Move to Fri"],
    [act("update_task", { due: "an hour later", priority: "high" }), "Move to an hour later · high priority"],
    [act("update_task", { due: "none", repeat: "none" }), "No date · no longer repeat"],
    [act("update_task", { repeat: "FREQ=WEEKLY;BYDAY=TU" }), "Every Tue"],
    [act("update_task", { list: "Work", add_tags: ["a", "b"] }), "Move to the list Work · #a #b"],
    [act("update_task", { list: "none", remove_tags: ["none"] }), "Move to Inbox · no tags"],
    [act("update_task", { title: "Buy oat milk", note: "2 litres" }), "Rename to “Buy oat milk” · a note more"],
    [act("update_task", { unheard_of: 1 }), "Change"],
  ])("says %o as “%s”", (each, said) => {
    expect(sayAct(each, style)).toBe(said);
  });
});

describe("verbOf", () => {
  it("is the verb of all acts, or one that fits any", () => {
    expect(verbOf([act("delete_task"), act("delete_task")])).toBe("Delete");
    expect(verbOf([act("delete_task"), act("complete_task")])).toBe("Change");
    expect(verbOf([act("complete_task"), act("complete_task", { done: false })])).toBe("Change");
    expect(verbOf([])).toBe("Change");
  });
});
