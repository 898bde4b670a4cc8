import { RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Task } from "@/lib/api/types";
import { sayAgo } from "@/lib/format/instant";
import { setCursor } from "./row-state";
import type { TaskActions } from "./use-task-actions";

export function TrashRow({ task, actions }: { task: Task; actions: TaskActions }) {
  return (
    <li
      data-task-row={task.id}
      tabIndex={-1}
      onFocus={() => setCursor(task.id)}
      className="flex min-h-11 items-center gap-3 relative rounded-lg py-1 pr-1 pl-2 after:absolute after:inset-x-2 after:bottom-0 after:h-px after:bg-line/70 last:after:hidden hover:bg-hover/60"
    >
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-ink-2 wrap-anywhere">{task.title}</span>
      </span>
      {task.deleted_at && (
        <span className="shrink-0 text-sm text-ink-3 max-sm:hidden">deleted {sayAgo(task.deleted_at)}</span>
      )}
      <Button size="sm" variant="ghost" aria-label={`Restore ${task.title}`} onClick={() => void actions.restore(task)}>
        <RotateCcw size={14} strokeWidth={1.75} aria-hidden />
        Restore
      </Button>
    </li>
  );
}
