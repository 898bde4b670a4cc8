import clsx from "clsx";
import { memo } from "react";
import { useMark } from "@/lib/cache/marks";
import { RowMark } from "./row-mark";
import { RowMenu } from "./row-menu";
import { type RowDetailProps, RowMeta } from "./row-meta";
import { setCursor, useSelected } from "./row-state";
import { RowList } from "./row-pickers";
import { RowTitle } from "./row-title";
import { Tick } from "./tick";

export const TaskRow = memo(function TaskRow({ task, actions, day, showList }: RowDetailProps) {
  const selected = useSelected(task.id);
  const mark = useMark(task.id);
  const draft = task.version === 0;
  return (
    <li
      data-task-row={task.id}
      tabIndex={-1}
      aria-current={selected || undefined}
      onFocus={() => setCursor(task.id)}
      // On wide screens the menu has its place beside the row, so that what ends a row lines up with all else.
      className="group/row relative flex scroll-my-24 items-start outline-none! [contain-intrinsic-size:auto_40px] [content-visibility:auto] lg:-mr-8 lg:pr-8"
    >
      <div
        className={clsx(
          "@container relative flex min-w-0 flex-1 items-start gap-1 rounded-lg pr-2 touch:min-h-11",
          "after:absolute after:right-2 after:bottom-0 after:left-10 after:h-px after:bg-line/70 group-last/row:after:hidden touch:after:left-12",
          "group-focus-visible/row:outline-2 group-focus-visible/row:-outline-offset-2 group-focus-visible/row:outline-accent",
          selected ? "bg-accent-soft" : "group-hover/row:bg-hover/60",
          mark && (mark.seq % 2 ? "animate-lit" : "animate-lit-again"),
          draft && "opacity-70",
        )}
      >
        <Tick
          title={task.title}
          done={task.status === "done"}
          disabled={draft}
          onToggle={() => void (task.status === "done" ? actions.reopen(task) : actions.complete(task))}
        />
        <div className="flex min-w-0 flex-1 flex-col @lg:flex-row @lg:items-start @lg:gap-4">
          <div className="min-w-0 flex-1">
            <RowTitle task={task} actions={actions} />
          </div>
          <div className="flex flex-wrap items-center gap-x-3 text-sm empty:hidden @max-lg:pb-1.5 @max-lg:touch:pb-2 touch:pointer-events-none @lg:min-h-10 @lg:max-w-[60%] @lg:justify-end">
            <RowMark taskId={task.id} />
            <RowMeta task={task} actions={actions} day={day} showList={showList} />
          </div>
        </div>
      </div>
      <div className="flex h-10 items-center lg:absolute lg:top-0 lg:right-0">
        {!(showList && task.list) && <RowList task={task} actions={actions} shown={false} />}
        <RowMenu task={task} actions={actions} />
      </div>
    </li>
  );
});
