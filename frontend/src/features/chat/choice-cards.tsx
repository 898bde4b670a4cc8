import clsx from "clsx";
import type { ReactNode } from "react";
import type { Task } from "@/lib/api/types";
import { setParams } from "@/lib/navigation/navigate";
import { TaskLine, useCurrent } from "./task-line";

const rowClass = "flex min-h-9 w-full items-center gap-3 px-3 py-1 text-left touch:min-h-11";

function Numbered({ label, tasks, children }: { label: string; tasks: Task[]; children: (task: Task, number: ReactNode) => ReactNode }) {
  return (
    <ol aria-label={label} className="overflow-hidden rounded-lg border border-line bg-raised">
      {tasks.map((task, index) => (
        <li key={task.id} className={clsx(index > 0 && "border-t border-line")}>
          {children(task, <span className="w-4 shrink-0 text-right text-sm text-ink-3 tabular-nums">{index + 1}</span>)}
        </li>
      ))}
    </ol>
  );
}

/** Tasks that the assistant showed, numbered as its text numbers them. */
export function ListCard({ tasks, total }: { tasks: Task[]; total: number }) {
  if (!tasks.length) return null;
  return (
    <div>
      <Numbered label="Tasks" tasks={tasks}>
        {(task, number) => <ListLine task={task} number={number} />}
      </Numbered>
      {total > tasks.length && (
        <p className="px-1 pt-1 text-sm text-ink-3 tabular-nums">
          {tasks.length} of {total} shown
        </p>
      )}
    </div>
  );
}

function ListLine({ task, number }: { task: Task; number: ReactNode }) {
  const current = useCurrent(task);
  return (
    <button className={clsx(rowClass, "hover:bg-hover focus-visible:outline-offset-[-2px]")} onClick={() => setParams({ task: task.id })}>
      {number}
      <TaskLine task={current} />
    </button>
  );
}

interface ChoicesProps {
  candidates: Task[];
  /** False once the conversation has gone on. */
  open: boolean;
  onChoose: (task: Task) => void;
}

/** Several tasks match: pressing one is the answer. */
export function ChoicesCard({ candidates, open, onChoose }: ChoicesProps) {
  return (
    <Numbered label="Which task?" tasks={candidates}>
      {(task, number) => (
        <button
          disabled={!open}
          onClick={() => onChoose(task)}
          className={clsx(rowClass, open && "hover:bg-accent-soft focus-visible:outline-offset-[-2px]")}
        >
          {number}
          <TaskLine task={task} />
        </button>
      )}
    </Numbered>
  );
}
