import { change, request } from "./client";
import type { Page, Priority, Task, TaskInput } from "./types";

type SortField = "due" | "created" | "position" | "priority" | "updated" | "completed";
export type TaskSort = SortField | `-${SortField}`;

/** `list` is a name, or "none" for tasks without one; dates are ISO and inclusive. */
export interface TaskFilter {
  status: "open" | "done" | "all" | "deleted";
  list?: string;
  tag?: string;
  priority?: Priority;
  due_from?: string;
  due_to?: string;
  q?: string;
  sort: TaskSort;
  limit?: number;
}

export type TaskPatch = Partial<TaskInput> & { version?: number; position?: number };

export const getTasks = (filter: TaskFilter, cursor?: string | null, signal?: AbortSignal) =>
  request<Page<Task>>("GET", "/api/tasks", { query: { ...filter, cursor }, signal });
export const getTask = (id: string) => request<Task>("GET", `/api/tasks/${id}`);

export const addTask = (body: TaskInput) => change<Task>("POST", "/api/tasks", { body });
export const patchTask = (id: string, body: TaskPatch) => change<Task>("PATCH", `/api/tasks/${id}`, { body });
export const deleteTask = (id: string) => change<Task>("DELETE", `/api/tasks/${id}`);
export const completeTask = (id: string) => change<Task>("POST", `/api/tasks/${id}/complete`, { body: {} });
export const reopenTask = (id: string) => change<Task>("POST", `/api/tasks/${id}/reopen`, { body: {} });
export const restoreTask = (id: string) => change<Task>("POST", `/api/tasks/${id}/restore`, { body: {} });
