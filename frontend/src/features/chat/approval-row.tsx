import clsx from "clsx";
import type { Act } from "./act-words";
import { TaskLine } from "./task-line";

interface Props {
  act: Act;
  /** What would happen to the task, where that is not the same for all. */
  said: string | null;
  included: boolean;
  /** Null once nothing can be chosen any more. */
  onToggle: (() => void) | null;
}

/** One task of a question, with a box to leave it out. */
export function ApprovalRow({ act, said, included, onToggle }: Props) {
  const content = (
    <span className={clsx("min-w-0 flex-1", !included && "text-ink-3 line-through decoration-line-strong")}>
      <span className="flex">
        <TaskLine task={act.task} />
      </span>
      {said && <span className={clsx("block text-sm", act.tool === "delete_task" ? "text-danger" : "text-ink-2")}>{said}</span>}
    </span>
  );
  if (!onToggle) return <li className="flex min-h-9 items-center px-3 py-1">{content}</li>;
  return (
    <li>
      <label className="flex min-h-9 cursor-pointer items-center gap-3 px-3 py-1 hover:bg-hover/60 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent touch:min-h-11">
        <input
          type="checkbox"
          checked={included}
          onChange={onToggle}
          className="size-4 shrink-0 outline-none! accent-(--accent)"
        />
        {content}
      </label>
    </li>
  );
}
