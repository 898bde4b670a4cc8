import type { TaskFilter, TaskSort } from "@/lib/api/tasks";
import type { Task } from "@/lib/api/types";

/** Whether the server would give `task` for `filter`; lets a change move rows between lists without asking again. */
export function matches(filter: TaskFilter, task: Task): boolean {
  return (
    matchesStatus(filter.status, task) &&
    (filter.list === undefined || (filter.list === "none" ? task.list === null : task.list === filter.list)) &&
    (filter.tag === undefined || task.tags.includes(filter.tag)) &&
    (filter.priority === undefined || task.priority === filter.priority) &&
    (filter.due_from === undefined || (task.due !== null && task.due.slice(0, 10) >= filter.due_from)) &&
    (filter.due_to === undefined || (task.due !== null && task.due.slice(0, 10) <= filter.due_to)) &&
    matchesWords(filter.q, task)
  );
}

function matchesStatus(status: TaskFilter["status"], task: Task): boolean {
  if (status === "deleted") return task.deleted_at !== null;
  return task.deleted_at === null && (status === "all" || task.status === status);
}

function matchesWords(q: string | undefined, task: Task): boolean {
  if (!q) return true;
  const text = `${task.title}\n${task.description ?? ""}`.toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

const RANK = { none: 0, low: 1, medium: 2, high: 3 };
const NO_DUE = "\uffff";
const VALUES = {
  due: (task: Task) => task.due ?? NO_DUE,
  created: (task: Task) => task.created_at,
  position: (task: Task) => task.position,
  priority: (task: Task) => RANK[task.priority],
  updated: (task: Task) => task.updated_at,
  completed: (task: Task) => task.completed_at ?? "",
};

/** The server's order: by the value, then by id (UUIDv7, so that of creation); "-" turns both around. */
export function compareTasks(sort: TaskSort): (a: Task, b: Task) => number {
  const value = VALUES[sort.replace("-", "") as keyof typeof VALUES];
  const sign = sort.startsWith("-") ? -1 : 1;
  return (a, b) => sign * (compare(value(a), value(b)) || compare(a.id, b.id));
}

const compare = (left: string | number, right: string | number) => (left < right ? -1 : left > right ? 1 : 0);
