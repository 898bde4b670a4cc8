import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Changed } from "@/lib/api/client";
import { Problem, messageOf } from "@/lib/api/problem";
import * as api from "@/lib/api/tasks";
import type { Task, TaskInput, TaskPatch } from "@/lib/api/types";
import { recordAct, undoAct } from "@/lib/cache/acts";
import { hideTask, showTask, shownTask } from "@/lib/cache/apply";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { newId } from "@/lib/new-id";

export type TaskActions = ReturnType<typeof taskActions>;

export function useTaskActions(): TaskActions {
  const client = useQueryClient();
  return useMemo(() => taskActions(client), [client]);
}

/** What hands can do to a task. Each shows its result at once and takes it back when the server refuses. */
export function taskActions(client: QueryClient) {
  /** Resolves to whether the server agreed. @throws {Problem} only `version_conflict`, for the caller to ask. */
  async function change(task: Task, hoped: Partial<Task>, said: string | null, call: () => Promise<Changed<Task>>) {
    const before = shownTask(client, task.id) ?? task;
    showTask(client, { ...before, ...hoped });
    try {
      const { data, turnId } = await call();
      settled(data, turnId, said);
      return true;
    } catch (error) {
      showTask(client, before);
      if (error instanceof Problem && error.current) {
        showTask(client, error.current);
        throw error;
      }
      toast(messageOf(error), { tone: "error" });
      return false;
    }
  }

  function settled(task: Task, turnId: string | null, said: string | null) {
    showTask(client, task);
    recordAct(turnId);
    void client.invalidateQueries({ queryKey: keys.lists });
    if (said && turnId) toast(said, { action: { label: "Undo", run: () => void undo(turnId) } });
  }

  const undo = (turnId: string) =>
    undoAct(client, turnId).catch((error: unknown) => toast(messageOf(error), { tone: "error" }));
  const instant = () => new Date().toISOString();

  return {
    async add(input: TaskInput, zone: string): Promise<boolean> {
      const hoped = draftTask(input, zone);
      showTask(client, hoped);
      try {
        const { data, turnId } = await api.addTask(input);
        hideTask(client, hoped.id);
        settled(data, turnId, null);
        return true;
      } catch (error) {
        hideTask(client, hoped.id);
        toast(messageOf(error), { tone: "error" });
        return false;
      }
    },
    complete: (task: Task) =>
      change(task, { status: "done", completed_at: instant() }, `Done: ${task.title}`, () => api.completeTask(task.id)),
    reopen: (task: Task) =>
      change(task, { status: "open", completed_at: null }, null, () => api.reopenTask(task.id)),
    remove: (task: Task) =>
      change(task, { deleted_at: instant() }, `Deleted: ${task.title}`, () => api.deleteTask(task.id)),
    restore: (task: Task) => change(task, { deleted_at: null }, `Restored: ${task.title}`, () => api.restoreTask(task.id)),
    /** With a `version` the server refuses to overwrite what it has not shown yet. */
    patch: (task: Task, patch: TaskPatch, said: string | null = null) => {
      const hoped = { ...patch, version: task.version };
      return change(task, hoped, said, () => api.patchTask(task.id, patch));
    },
  };
}

/** What a new task will look like, until the server gives it an id. */
function draftTask(input: TaskInput, zone: string): Task {
  const now = new Date().toISOString();
  return {
    id: `draft-${newId()}`,
    title: input.title,
    description: input.description ?? null,
    status: "open",
    due: input.due ?? null,
    zone,
    repeat: input.repeat ?? null,
    priority: input.priority ?? "none",
    list: input.list ?? null,
    tags: input.tags ?? [],
    position: Number.MAX_SAFE_INTEGER,
    version: 0,
    source: "person",
    created_at: now,
    updated_at: now,
    completed_at: null,
    deleted_at: null,
  };
}
