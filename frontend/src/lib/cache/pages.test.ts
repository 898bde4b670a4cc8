import { describe, expect, it } from "vitest";
import type { TaskFilter } from "@/lib/api/tasks";
import type { Task } from "@/lib/api/types";
import { sampleTask } from "@/testing/samples";
import { type TaskPages, applyTask, settle } from "./pages";

const today: TaskFilter = { status: "open", due_to: "2026-11-23", sort: "due" };
const pagesOf = (tasks: Task[], next: string | null = null): TaskPages => ({
  pages: [{ items: tasks, next_cursor: next }],
  pageParams: [null],
});
const titles = (data: TaskPages) => data.pages.flatMap((page) => page.items.map((task) => task.title));

const early = sampleTask({ title: "early", due: "2026-11-21" });
const late = sampleTask({ title: "late", due: "2026-11-23T17:00" });

describe("applyTask", () => {
  it("puts a new task where the server would", () => {
    const added = sampleTask({ title: "middle", due: "2026-11-22" });
    expect(titles(applyTask(pagesOf([early, late]), today, added, false))).toEqual(["early", "middle", "late"]);
  });

  it("leaves out what the filter does not want", () => {
    const tomorrow = sampleTask({ due: "2026-11-24" });
    expect(titles(applyTask(pagesOf([early]), today, tomorrow, false))).toEqual(["early"]);
  });

  it("leaves to the server what sorts behind the loaded pages", () => {
    const added = sampleTask({ title: "last", due: "2026-11-23T20:00" });
    expect(titles(applyTask(pagesOf([early], "more"), today, added, false))).toEqual(["early"]);
    expect(titles(applyTask(pagesOf([early], null), today, added, false))).toEqual(["early", "last"]);
  });

  it("moves a row when its place changes", () => {
    const moved = { ...early, due: "2026-11-23T20:00", version: 2 };
    expect(titles(applyTask(pagesOf([early, late]), today, moved, false))).toEqual(["late", "early"]);
  });

  it("keeps a completed row in place until it is settled", () => {
    const done: Task = { ...early, status: "done", version: 2 };
    const lingering = applyTask(pagesOf([early, late]), today, done, true);
    expect(lingering.pages[0]?.items[0]?.status).toBe("done");
    expect(titles(settle(lingering, today))).toEqual(["late"]);
  });

  it("ignores news that is older than what is shown", () => {
    const shown = { ...early, title: "new", version: 3 };
    expect(titles(applyTask(pagesOf([shown]), today, { ...early, version: 2 }, false))).toEqual(["new"]);
  });
});
