import type { Task } from "@/lib/api/types";
import { daysBetween, formatDay, localNow } from "@/lib/format/day";
import { type DueStyle, dateOf, dueTone, sayDay } from "@/lib/format/due";
import type { View } from "@/lib/navigation/view";

export interface TaskGroup {
  key: string;
  label: string;
  tone: "overdue" | "plain";
  /** The one day that all tasks of the group have; rows leave it out then. */
  day: string | null;
  tasks: Task[];
}

type Heading = Omit<TaskGroup, "tasks"> & { rank: number };

/** Sections in reading order; without a heading (one group of label "") where the order is no date. */
export function groupTasks(tasks: Task[], view: View, sort: string, style: DueStyle, zone: string): TaskGroup[] {
  const heading = headingOf(view, sort, style, zone);
  const groups = new Map<string, TaskGroup & { rank: number }>();
  for (const task of tasks) {
    const found = heading(task);
    const group = groups.get(found.key);
    if (group) group.tasks.push(task);
    else groups.set(found.key, { ...found, tasks: [task] });
  }
  return [...groups.values()].sort((a, b) => a.rank - b.rank);
}

function headingOf(view: View, sort: string, style: DueStyle, zone: string): (task: Task) => Heading {
  if (view.kind === "done") return (task) => completedHeading(task, style, zone);
  if (view.kind === "trash" || view.kind === "search" || sort === "-created") return () => plain("all", "", 0);
  if (sort === "-priority") return priorityHeading;
  const daily = view.kind === "upcoming";
  return (task) => dueHeading(task, daily, style);
}

const plain = (key: string, label: string, rank: number, day: string | null = null): Heading => ({
  key,
  label,
  rank,
  day,
  tone: "plain",
});

function dueHeading(task: Task, daily: boolean, style: DueStyle): Heading {
  if (!task.due) return plain("none", "No date", 10_000_000);
  const day = dateOf(task.due);
  const ahead = daysBetween(style.now, day);
  if (dueTone(day, style.now) === "overdue") return { ...plain("overdue", "Overdue", -1), tone: "overdue" };
  if (ahead === 0) return plain("today", "Today", 0, day);
  if (ahead === 1) return plain("tomorrow", "Tomorrow", 1, day);
  if (daily) return plain(day, sayDayHeading(day, style), ahead, day);
  return ahead < 7 ? plain("week", "Next 7 days", 2) : plain("later", "Later", 3);
}

const PRIORITY_GROUPS = { high: [0, "High"], medium: [1, "Medium"], low: [2, "Low"], none: [3, "No priority"] } as const;

function priorityHeading(task: Task): Heading {
  const [rank, label] = PRIORITY_GROUPS[task.priority];
  return plain(task.priority, label, rank);
}

function completedHeading(task: Task, style: DueStyle, zone: string): Heading {
  if (!task.completed_at) return plain("unknown", "", 1);
  const day = dateOf(localNow(zone, new Date(task.completed_at)));
  const ago = daysBetween(day, style.now);
  return plain(day, ago < 2 ? sayDay(day, style) : sayDayHeading(day, style), ago);
}

function sayDayHeading(day: string, { now, locale }: DueStyle): string {
  const year = day.slice(0, 4) === now.slice(0, 4) ? undefined : "numeric";
  return formatDay(day, locale, { weekday: "long", day: "numeric", month: "long", year });
}
