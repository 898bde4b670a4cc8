import clsx from "clsx";
import { CalendarDays } from "lucide-react";
import type { Task } from "@/lib/api/types";
import { useDueStyle } from "@/lib/cache/use-now";
import { useMe } from "@/lib/cache/use-me";
import { dueTone, sayDue, sayDueInFull, sayTime, timeOf } from "@/lib/format/due";
import { DuePicker } from "./due-picker";
import { ListPicker } from "./list-picker";
import { type Picker, closePicker, focusRow, openPicker, usePicker } from "./row-state";
import type { TaskActions } from "./use-task-actions";

interface Props {
  task: Task;
  actions: TaskActions;
}

/** Under a heading that is the day itself, only the time is left to say. */
const showsDue = (task: Task, day: string | null) => task.due !== null && (day === null || timeOf(task.due) !== null);

const toggle = (id: string, kind: Picker) => (open: boolean) => {
  if (open) return openPicker(id, kind);
  closePicker();
  setTimeout(() => focusRow(id));
};

/** Not `shown`, it is there for the key alone: the picker needs something to open from. */
export function RowList({ task, actions, shown }: Props & { shown: boolean }) {
  const picker = usePicker(task.id);
  return (
    <ListPicker
      list={task.list}
      open={picker === "list"}
      onOpenChange={toggle(task.id, "list")}
      onPick={(list) => list !== task.list && void actions.patch(task, { list }, list ? `Moved to ${list}` : "Moved to Inbox")}
      trigger={
        <button
          tabIndex={shown ? 0 : -1}
          aria-hidden={shown ? undefined : true}
          aria-label={`List: ${task.list ?? "No list"}`}
          className={clsx(shown ? "max-w-36 truncate rounded-md text-ink-3 hover:text-accent min-h-6" : "size-0")}
        >
          {shown && task.list}
        </button>
      }
    />
  );
}

export function RowDue({ task, actions, day }: Props & { day: string | null }) {
  const picker = usePicker(task.id);
  const style = useDueStyle();
  const me = useMe();
  const { due } = task;
  const full = due ? sayDueInFull(due, style.locale) + (timeOf(due) && task.zone !== me.time_zone ? ` (${task.zone})` : "") : null;
  const said = due && showsDue(task, day) ? sayDueHere(due, day, style) : null;
  const tone = due && task.status === "open" ? dueTone(due, style.now) : "later";
  return (
    <DuePicker
      due={due}
      open={picker === "due"}
      onOpenChange={toggle(task.id, "due")}
      onPick={(next) => next !== due && void actions.patch(task, { due: next })}
      trigger={
        <button
          aria-label={full ? `Due ${said && !full.endsWith(said) ? `${said}, ` : ""}${full}` : "Set due date"}
          title={full ?? "Set due date"}
          className={clsx(
            "rounded-md underline-offset-4",
            said && "min-h-6 tabular-nums hover:underline @lg:min-w-12 @lg:text-right",
            said && { overdue: "text-danger", today: "text-today", later: "text-ink-2" }[tone],
            // Before the rest, where there is room anyway: unseen, it leaves no gap.
            !said && "-order-1 flex size-7 items-center justify-center text-ink-3 opacity-0 hover:text-accent touch:w-0",
            !said && "@max-lg:absolute @max-lg:top-1.5 @max-lg:right-1",
            !said && "group-focus-within/row:opacity-100 group-hover/row:opacity-100 data-[state=open]:opacity-100",
          )}
        >
          {said ?? <CalendarDays size={16} strokeWidth={1.75} aria-hidden />}
        </button>
      }
    />
  );
}

function sayDueHere(due: string, day: string | null, style: { now: string; locale: string }): string {
  const time = timeOf(due);
  return day && time ? sayTime(time, style.locale) : sayDue(due, style);
}
