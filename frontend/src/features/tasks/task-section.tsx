import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import type { TaskGroup } from "./groups";
import { TaskRow } from "./task-row";
import type { TaskActions } from "./use-task-actions";

interface Props {
  group: TaskGroup;
  actions: TaskActions;
  showList: boolean;
}

/** A heading and its rows. */
export function TaskSection({ group, actions, showList }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={group.label ? id : undefined} className="mb-5">
      {group.label && (
        <h2
          id={id}
          className={clsx(
            "flex items-baseline gap-2 px-2 pb-1 text-sm font-medium",
            group.tone === "overdue" ? "text-danger" : "text-ink-2",
          )}
        >
          {group.label}
          <span className="text-xs font-normal text-ink-3 tabular-nums">
            {group.tasks.length}
            <span className="sr-only">{group.tasks.length === 1 ? " task" : " tasks"}</span>
          </span>
        </h2>
      )}
      <ul>
        {group.tasks.map((task) => (
          <TaskRow key={task.id} task={task} actions={actions} day={group.day} showList={showList} />
        ))}
      </ul>
    </section>
  );
}

/** A section that starts folded, for what is done. */
export function FoldedSection({ label, count, children }: { label: string; count: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <section className="mb-5">
      <h2>
        <button
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex items-center gap-1.5 rounded-md px-2 py-1 text-sm font-medium text-ink-3 hover:text-ink touch:min-h-11"
        >
          {label}
          <span className="text-xs font-normal tabular-nums">{count}</span>
          <ChevronRight
            size={14}
            strokeWidth={1.75}
            aria-hidden
            className={clsx("transition-transform duration-150", open && "rotate-90")}
          />
        </button>
      </h2>
      {open && children}
    </section>
  );
}
