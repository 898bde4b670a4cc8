import clsx from "clsx";
import { useQuery } from "@tanstack/react-query";
import { getTask } from "@/lib/api/tasks";
import type { Task } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { useDueStyle } from "@/lib/cache/use-now";
import { dueTone, sayDue, sayDueInFull } from "@/lib/format/due";

/** The task as it is now if this page knows better than the message that showed it. */
export function useCurrent(task: Task): Task {
  const { data } = useQuery({ queryKey: keys.task(task.id), queryFn: () => getTask(task.id), enabled: false });
  return data && data.version > task.version ? data : task;
}

/** A task in one line, inside cards: title, and when it is due. */
export function TaskLine({ task }: { task: Task }) {
  const style = useDueStyle();
  const { due } = task;
  const gone = task.status === "done" || task.deleted_at !== null;
  const tone = due && !gone ? dueTone(due, style.now) : "later";
  return (
    <span className="flex min-w-0 flex-1 items-baseline gap-3">
      <span className={clsx("line-clamp-2 min-w-0 flex-1 text-left wrap-anywhere", gone && "text-ink-3 line-through decoration-line-strong")}>
        {task.title}
      </span>
      {due && (
        <span
          title={sayDueInFull(due, style.locale)}
          className={clsx("shrink-0 text-sm tabular-nums", { overdue: "text-danger", today: "text-today", later: "text-ink-3" }[tone])}
        >
          {sayDue(due, style)}
        </span>
      )}
    </span>
  );
}
