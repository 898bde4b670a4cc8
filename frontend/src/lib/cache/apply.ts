import type { QueryClient } from "@tanstack/react-query";
import type { TaskFilter } from "@/lib/api/tasks";
import type { Change, Task } from "@/lib/api/types";
import { matches } from "./filter";
import { keys } from "./keys";
import { applyTask, find, removeTask, settle, type TaskPages } from "./pages";

/** How long a row that no longer belongs stays, so that a slip can be seen and undone. */
export const LINGER_MS = 1400;

/** Shows `task` as it now is in every list and panel. Rows that stop matching leave after a moment. */
export function showTask(client: QueryClient, task: Task): void {
  client.setQueryData<Task>(keys.task(task.id), (shown) => (shown && shown.version > task.version ? shown : task));
  const gone = task.deleted_at !== null;
  let lingers = false;
  eachList(client, (data, filter) => {
    lingers ||= !gone && find(data, task.id) !== undefined && !matches(filter, task);
    return applyTask(data, filter, task, !gone);
  });
  if (lingers) setTimeout(() => eachList(client, settle), LINGER_MS);
}

/** Takes a task off the screen at once, for one that never came to be. */
export function hideTask(client: QueryClient, id: string): void {
  client.removeQueries({ queryKey: keys.task(id), exact: true });
  eachList(client, (data) => removeTask(data, id));
}

/** The live feed may bring a task before the answer to the request that made it: the row drawn ahead makes way for it. */
function hideDraft(client: QueryClient, title: string): void {
  const tasks = client.getQueriesData<TaskPages>({ queryKey: keys.allTasks }).flatMap(([, data]) => data?.pages ?? []);
  const draft = tasks.flatMap((page) => page.items).find((task) => task.version === 0 && task.title === title);
  if (draft) hideTask(client, draft.id);
}

/** The task as any list or panel shows it. */
export function shownTask(client: QueryClient, id: string): Task | undefined {
  for (const [, data] of client.getQueriesData<TaskPages>({ queryKey: keys.allTasks })) {
    const task = data && find(data, id);
    if (task) return task;
  }
  return client.getQueryData<Task>(keys.task(id));
}

export function showChange(client: QueryClient, change: Change): void {
  if (change.entity === "list") {
    void client.invalidateQueries({ queryKey: keys.lists });
    return;
  }
  if (change.after) {
    const task = change.after as Task;
    if (change.action === "add" && change.actor === "person") hideDraft(client, task.title);
    showTask(client, task);
  } else hideTask(client, change.entity_id);
  void client.invalidateQueries({ queryKey: keys.lists });
  void client.invalidateQueries({ queryKey: keys.history(change.entity_id) });
}

function eachList(client: QueryClient, update: (data: TaskPages, filter: TaskFilter) => TaskPages): void {
  for (const [key, data] of client.getQueriesData<TaskPages>({ queryKey: keys.allTasks })) {
    if (data) client.setQueryData(key, update(data, key[1] as TaskFilter));
  }
}
