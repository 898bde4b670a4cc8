import { api, change, read } from "./client";
import type { paths } from "./schema";
import type { Page, Task, TaskInput, TaskPatch } from "./types";

type Query = NonNullable<paths["/api/tasks"]["get"]["parameters"]["query"]>;

export type TaskSort = NonNullable<Query["sort"]>;

/** `list` is a name, or "none" for tasks without one; dates are ISO and inclusive. */
export interface TaskFilter {
  status: NonNullable<Query["status"]>;
  list?: string;
  tag?: string;
  priority?: Task["priority"];
  due_from?: string;
  due_to?: string;
  q?: string;
  sort: TaskSort;
  limit?: number;
}

const at = (task_id: string) => ({ params: { path: { task_id } } });

export const getTasks = (filter: TaskFilter, cursor?: string | null, signal?: AbortSignal): Promise<Page<Task>> =>
  read(api.GET("/api/tasks", { params: { query: { ...filter, cursor: cursor ?? undefined } }, signal }));
export const getTask = (id: string) => read(api.GET("/api/tasks/{task_id}", at(id)));

export const addTask = (body: TaskInput) => change(api.POST("/api/tasks", { body }));
export const patchTask = (id: string, body: TaskPatch) => change(api.PATCH("/api/tasks/{task_id}", { ...at(id), body }));
export const deleteTask = (id: string) => change(api.DELETE("/api/tasks/{task_id}", at(id)));
export const completeTask = (id: string) => change(api.POST("/api/tasks/{task_id}/complete", at(id)));
export const reopenTask = (id: string) => change(api.POST("/api/tasks/{task_id}/reopen", at(id)));
export const restoreTask = (id: string) => change(api.POST("/api/tasks/{task_id}/restore", at(id)));
