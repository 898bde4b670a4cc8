import { expect, it } from "vitest";
import { sampleTask } from "@/testing/samples";
import { groupTasks } from "./groups";

const style = { now: "2026-11-23T09:00", locale: "en-GB" };
const tasks = ["2026-11-21", "2026-11-23", "2026-11-23T08:00", "2026-11-24", "2026-11-27", "2026-12-24", null].map((due) => sampleTask({ due }));
const labels = (view: Parameters<typeof groupTasks>[1], sort = "due") =>
  groupTasks(tasks, view, sort, style, "Europe/Berlin").map(({ label, tasks: own }) => `${label} ${own.length}`);

it("groups by when, in reading order", () => {
  expect(labels({ kind: "all" })).toEqual(["Overdue 1", "Today 2", "Tomorrow 1", "Next 7 days 1", "Later 1", "No date 1"]);
});

it("gives every day its own group in Upcoming", () => {
  expect(labels({ kind: "upcoming" })).toContain("Friday 27 November 1");
});

it("groups by priority when sorted so, and not at all by age", () => {
  expect(labels({ kind: "all" }, "-priority")).toEqual(["No priority 7"]);
  expect(labels({ kind: "all" }, "-created")).toEqual([" 7"]);
});

it("groups what is done by the day in the person's zone", () => {
  const done = sampleTask({ status: "done", completed_at: "2026-11-22T23:30:00Z" });
  const [group] = groupTasks([done], { kind: "done" }, "due", style, "Europe/Berlin");
  expect(group?.label).toBe("Today");
});
