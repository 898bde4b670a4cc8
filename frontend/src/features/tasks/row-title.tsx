import clsx from "clsx";
import { useEffect, useRef } from "react";
import { Textarea } from "@/components/ui/field";
import type { Task } from "@/lib/api/types";
import { setParams } from "@/lib/navigation/navigate";
import { editTitle, focusRow, useEditing } from "./row-state";
import type { TaskActions } from "./use-task-actions";

/** The title: a button that opens the task, or, while edited, a field that saves on Enter and on leaving. */
export function RowTitle({ task, actions }: { task: Task; actions: TaskActions }) {
  const editing = useEditing(task.id);
  if (editing) return <TitleEditor task={task} actions={actions} />;
  return (
    <button
      onClick={() => setParams({ task: task.id })}
      // Under a finger all of the row but the circle opens the task, which has everything else in reach.
      className="w-full min-w-0 rounded-md py-2 text-left @max-lg:pb-0.5 touch:pt-2.5 touch:after:absolute touch:after:inset-y-0 touch:after:right-0 touch:after:left-11"
    >
      <span
        className={clsx(
          "line-clamp-2 leading-6 wrap-anywhere transition-colors duration-150",
          task.status === "done" ? "text-ink-3 line-through decoration-line-strong" : "text-ink",
        )}
      >
        {task.title}
      </span>
    </button>
  );
}

function TitleEditor({ task, actions }: { task: Task; actions: TaskActions }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  function leave(save: boolean, refocus: boolean) {
    if (left.current) return;
    left.current = true;
    const title = field.current?.value.replace(/\s+/g, " ").trim() ?? "";
    editTitle(null);
    if (refocus) setTimeout(() => focusRow(task.id));
    if (save && title && title !== task.title) void actions.patch(task, { title }, `Renamed to ${title}`);
  }

  return (
    <Textarea
      ref={field}
      aria-label={`Title of ${task.title}`}
      defaultValue={task.title}
      maxLength={255}
      rows={1}
      className="my-0.5 field-sizing-content resize-none px-2! py-1!"
      onBlur={() => leave(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter" || event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          leave(event.key === "Enter", true);
        }
      }}
    />
  );
}
