"use client";

import { useQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { Problem, messageOf } from "@/lib/api/problem";
import { getTask } from "@/lib/api/tasks";
import type { Task, TaskPatch } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { setParams, useParam } from "@/lib/navigation/navigate";
import { ConflictNotice } from "./conflict-notice";
import { DetailFields } from "./detail-fields";
import { Tick } from "./tick";
import { type TaskActions, useTaskActions } from "./use-task-actions";

const close = () => setParams({ task: null });

/** The task that the address names (`?task=`), in a sheet. `history` is shown under its fields. */
export function TaskDetail({ history }: { history: (task: Task) => ReactNode }) {
  const id = useParam("task");
  const actions = useTaskActions();
  if (!id) return null;
  return <DetailSheet key={id} id={id} actions={actions} history={history} />;
}

interface SheetProps {
  id: string;
  actions: TaskActions;
  history: (task: Task) => ReactNode;
}

function DetailSheet({ id, actions, history }: SheetProps) {
  const { data: task, error, refetch } = useQuery({ queryKey: keys.task(id), queryFn: () => getTask(id) });
  return (
    <Dialog title="Task" placement="side" onClose={close} onOpenAutoFocus={(event) => event.preventDefault()}>
      {task ? (
        <DetailForm task={task} actions={actions} history={history} />
      ) : (
        <div className="px-4 py-3">
          {error ? <ErrorState message={messageOf(error)} onRetry={() => void refetch()} /> : <SkeletonRows label="Loading the task" count={4} />}
        </div>
      )}
    </Dialog>
  );
}

function DetailForm({ task, actions, history }: Omit<SheetProps, "id"> & { task: Task }) {
  // Only touched fields are drafted: the others go on following the task as it changes elsewhere.
  const [edit, setEdit] = useState<TaskPatch>({});
  const [conflict, setConflict] = useState<Task | null>(null);
  const [saving, setSaving] = useState(false);
  const touched = Object.keys(edit).some((field) => field !== "version");
  const change = (patch: TaskPatch) => setEdit((draft) => ({ version: task.version, ...draft, ...patch }));

  async function save(patch: TaskPatch) {
    if (patch.title !== undefined && !patch.title.trim()) return;
    setSaving(true);
    try {
      if (await actions.patch(task, patch, "Saved")) close();
    } catch (error) {
      if (error instanceof Problem) setConflict(error.current);
    } finally {
      setSaving(false);
    }
  }

  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (touched) void save(edit);
        else close();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <div className="flex-1 overflow-y-auto px-5 pt-2 pb-5">
        {conflict && (
          <ConflictNotice
            edit={edit}
            current={conflict}
            onKeepMine={() => void save({ ...edit, version: conflict.version })}
            onTakeTheirs={() => {
              setEdit({});
              setConflict(null);
            }}
          />
        )}
        <DetailFields
          task={{ ...task, ...edit } as Task}
          onChange={change}
          tick={<Tick title={task.title} done={task.status === "done"} onToggle={() => void (task.status === "done" ? actions.reopen(task) : actions.complete(task))} />}
        />
        {history(task)}
      </div>
      <footer className="flex items-center gap-2 border-t border-line px-5 py-3">
        <Button
          variant="danger-ghost"
          className="-ml-2"
          onClick={() => {
            close();
            void actions.remove(task);
          }}
        >
          <Trash2 size={16} strokeWidth={1.75} aria-hidden /> Delete
        </Button>
        <span className="flex-1" />
        <Button variant="ghost" onClick={close}>
          {touched ? "Cancel" : "Close"}
        </Button>
        {touched && (
          <Button type="submit" variant="primary" disabled={saving || edit.title?.trim() === ""}>
            Save
          </Button>
        )}
      </footer>
    </form>
  );
}
