import type { ChangeAction, List, Receipt, Task } from "@/lib/api/types";
import { type DueStyle, sayDue } from "@/lib/format/due";
import { sayRepeat } from "@/lib/format/repeat";

const VERBS: Record<ChangeAction, string> = {
  add: "Added",
  update: "Changed",
  complete: "Done",
  reopen: "Reopened",
  delete: "Deleted",
  restore: "Restored",
  undo: "Taken back",
  redo: "Done again",
};

const isTask = (thing: Task | List): thing is Task => "title" in thing;
export const nameOf = (thing: Task | List) => (isTask(thing) ? thing.title : thing.name);
export const subjectOf = ({ before, after }: Receipt): Task | List | null => after ?? before;

/** "Added", "Moved", "Done 3 tasks": one heading for all receipts of a turn. */
export function headingOf(receipts: Receipt[]): string {
  const verbs = new Set(receipts.map(verbOf));
  const [only] = verbs;
  const verb = verbs.size === 1 && only ? only : "Changed";
  const things = receipts.every((receipt) => { const subject = subjectOf(receipt); return subject !== null && isTask(subject); }) ? "tasks" : "things";
  return receipts.length > 1 ? `${verb} ${receipts.length} ${things}` : verb;
}

function verbOf(receipt: Receipt): string {
  if (receipt.action !== "update") return VERBS[receipt.action];
  const changed = changesOf(receipt, { now: "2000-01-01T00:00", locale: "en" }).map(({ field }) => field);
  if (changed.length === 1 && changed[0] === "due") return "Moved";
  if (changed.length === 1 && changed[0] === "title") return "Renamed";
  return VERBS.update;
}

export interface FieldChange {
  field: string;
  from: string | null;
  to: string | null;
}

/** What differs between before and after, in words; for something new, what it carries. */
export function changesOf({ before, after }: Receipt, style: DueStyle): FieldChange[] {
  if (!after || !isTask(after) || (before && !isTask(before))) return [];
  const words = (task: Task | null) => ({
    title: task && before ? task.title : null,
    due: task?.due ? sayDue(task.due, style) : null,
    repeat: task?.repeat ? sayRepeat(task.repeat) : null,
    priority: task && task.priority !== "none" ? `${task.priority} priority` : null,
    list: task?.list ?? null,
    tags: task?.tags.length ? task.tags.map((tag) => `#${tag}`).join(" ") : null,
    description: task?.description ?? null,
  });
  const [old, now] = [words(before as Task | null), words(after)];
  return (Object.keys(now) as (keyof typeof now)[])
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, from: old[field], to: now[field] }));
}
