"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState, SkeletonRows } from "@/components/ui/states";
import { messageOf } from "@/lib/api/problem";
import { getTask } from "@/lib/api/tasks";
import type { Task } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { setParams, useParam } from "@/lib/navigation/navigate";
import { DetailForm } from "./detail-form";
import { focusRow } from "./row-state";
import { type TaskActions, useTaskActions } from "./use-task-actions";

const close = () => setParams({ task: null });

/** The sheet itself takes the focus: its first control would be the one that closes it. */
const focusSheet = (event: Event) => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
};

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
    <Dialog title="Task" placement="side" onClose={close} onOpenAutoFocus={focusSheet} onOpenerGone={() => focusRow(id)}>
      {task ? (
        <DetailForm task={task} actions={actions} history={history} onClose={close} />
      ) : (
        <div className="px-4 py-3">
          {error ? <ErrorState message={messageOf(error)} onRetry={() => void refetch()} /> : <SkeletonRows label="Loading the task" count={4} />}
        </div>
      )}
    </Dialog>
  );
}
