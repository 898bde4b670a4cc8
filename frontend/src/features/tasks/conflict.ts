import type { TaskPatch } from "@/lib/api/types";
import type { Task } from "@/lib/api/types";
import { type DueStyle, sayDue } from "@/lib/format/due";
import { sayRepeat } from "@/lib/format/repeat";

export interface Difference {
  field: string;
  yours: string;
  theirs: string;
}

const LABELS = {
  title: "Title",
  description: "Description",
  due: "Due",
  repeat: "Repeat",
  priority: "Priority",
  list: "List",
  tags: "Tags",
} as const;
type Field = keyof typeof LABELS;

/** What the person's edit and the stored task disagree about, in words; empty when they agree after all. */
export function differences(edit: TaskPatch, current: Task, style: DueStyle): Difference[] {
  return (Object.keys(LABELS) as Field[])
    .filter((field) => field in edit)
    .map((field) => ({
      field: LABELS[field],
      yours: sayValue(field, edit[field], style),
      theirs: sayValue(field, current[field], style),
    }))
    .filter(({ yours, theirs }) => yours !== theirs);
}

/** One field as a person reads it; shared by conflicts and the history of a task. */
export function sayValue(field: Field, value: unknown, style: DueStyle): string {
  if (value === null || value === undefined || value === "" || value === "none") return "none";
  if (field === "due") return sayDue(String(value), style);
  if (field === "repeat") return sayRepeat(String(value));
  if (Array.isArray(value)) return value.length ? value.map((tag) => `#${tag}`).join(" ") : "none";
  return String(value);
}
