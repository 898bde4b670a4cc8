import type { TaskFilter } from "@/lib/api/tasks";
import type { Page, Task } from "@/lib/api/types";
import { compareTasks, matches } from "./filter";

export interface TaskPages {
  pages: Page<Task>[];
  pageParams: unknown[];
}

/**
 * The loaded pages of one filter after `task` became what it now is: replaced, moved, added or removed.
 * A row that no longer belongs stays where it is when `linger` is set, for `settle` to take out later.
 * An older version than the one shown changes nothing.
 */
export function applyTask(data: TaskPages, filter: TaskFilter, task: Task, linger: boolean): TaskPages {
  const shown = find(data, task.id);
  if (shown && shown.version > task.version) return data;
  const belongs = matches(filter, task);
  if (!shown) return belongs ? insert(data, filter, task) : data;
  if (!belongs) return linger ? replace(data, task) : removeTask(data, task.id);
  const moved = compareTasks(filter.sort)(shown, task) !== 0;
  return moved ? insert(removeTask(data, task.id), filter, task) : replace(data, task);
}

/** Takes out the rows that lingered after they stopped matching. */
export function settle(data: TaskPages, filter: TaskFilter): TaskPages {
  return mapItems(data, (items) => items.filter((task) => matches(filter, task)));
}

export function find(data: TaskPages, id: string): Task | undefined {
  for (const page of data.pages) {
    const task = page.items.find((each) => each.id === id);
    if (task) return task;
  }
  return undefined;
}

export function removeTask(data: TaskPages, id: string): TaskPages {
  return mapItems(data, (items) => items.filter((task) => task.id !== id));
}

function replace(data: TaskPages, task: Task): TaskPages {
  return mapItems(data, (items) => items.map((each) => (each.id === task.id ? task : each)));
}

/** A task that sorts behind everything loaded waits on the server when there is more to load. */
function insert(data: TaskPages, filter: TaskFilter, task: Task): TaskPages {
  const order = compareTasks(filter.sort);
  const behind = (each: Task) => order(each, task) > 0;
  const last = data.pages.length - 1;
  let target = data.pages.findIndex((page) => page.items.some(behind));
  if (target < 0) {
    if (last < 0 || data.pages[last]?.next_cursor) return data;
    target = last;
  }
  const pages = data.pages.map((page, index) => {
    if (index !== target) return page;
    const at = page.items.findIndex(behind);
    return { ...page, items: page.items.toSpliced(at < 0 ? page.items.length : at, 0, task) };
  });
  return { ...data, pages };
}

function mapItems(data: TaskPages, change: (items: Task[]) => Task[]): TaskPages {
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) };
}
