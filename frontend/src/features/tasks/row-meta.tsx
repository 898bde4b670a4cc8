import { Repeat } from "lucide-react";
import type { Task } from "@/lib/api/types";
import { sayRepeat } from "@/lib/format/repeat";
import { openView } from "@/lib/navigation/navigate";
import { PRIORITY_LABELS, PriorityIcon } from "./priority-icon";
import { RowDue, RowList } from "./row-pickers";
import type { TaskActions } from "./use-task-actions";

export interface RowDetailProps {
  task: Task;
  actions: TaskActions;
  /** The day that the section names already. */
  day: string | null;
  showList: boolean;
}

/** What is secondary about a task, at the right of its row: tags, list, priority, repeat, due. */
export function RowMeta({ task, actions, day, showList }: RowDetailProps) {
  return (
    <>
      {task.tags.map((tag) => (
        <button
          key={tag}
          onClick={() => openView({ kind: "tag", tag })}
          aria-label={`Tag ${tag}`}
          className="max-w-32 truncate rounded-md text-ink-3 hover:text-accent min-h-6"
        >
          #{tag}
        </button>
      ))}
      {showList && task.list && <RowList task={task} actions={actions} shown />}
      {task.priority !== "none" && (
        <span title={`${PRIORITY_LABELS[task.priority]} priority`} className="flex">
          <PriorityIcon priority={task.priority} />
          <span className="sr-only">{PRIORITY_LABELS[task.priority]} priority</span>
        </span>
      )}
      {task.repeat && (
        <span title={sayRepeat(task.repeat)} className="flex text-ink-3">
          <Repeat size={14} strokeWidth={1.75} aria-hidden />
          <span className="sr-only">repeats {sayRepeat(task.repeat)}</span>
        </span>
      )}
      <RowDue task={task} actions={actions} day={day} />
    </>
  );
}
