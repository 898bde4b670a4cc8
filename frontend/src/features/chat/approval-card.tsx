import clsx from "clsx";
import { Undo2, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import type { Approval } from "@/lib/api/types";
import { sayWait } from "@/lib/format/instant";
import { TaskLine } from "./task-line";

interface Props {
  approval: Approval;
  /** False once it was answered or the conversation has gone on. */
  open: boolean;
  onApprove: (except: string[]) => void;
  onReject: () => void;
}

const VERBS: Record<string, string> = { delete_task: "Delete", complete_task: "Complete", update_task: "Change", add_task: "Add" };

/** Exactly what will happen, each line removable, before any of it does. */
export function ApprovalCard({ approval, open, onApprove, onReject }: Props) {
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const seconds = useSecondsLeft(approval.expires_at, open);
  const asks = open && seconds > 0;
  const { actions } = approval;
  const count = actions.length - except.size;
  const verb = VERBS[actions[0]?.tool ?? ""] ?? "Change";
  const what = `${verb} ${count} ${count === 1 ? "task" : "tasks"}`;
  const toggle = (id: string) =>
    setExcept((left) => {
      const next = new Set(left);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div role="group" aria-label={`${verb} these tasks?`} className="overflow-hidden rounded-lg border border-line-strong/70 bg-raised">
      <ul className="max-h-80 overflow-y-auto">
        {actions.map(({ task }, index) => {
          const out = except.has(task.id);
          return (
            <li key={task.id} className={clsx("flex min-h-9 items-center gap-1 py-0.5 pl-3", asks ? "pr-1" : "pr-3", index > 0 && "border-t border-line")}>
              <span className={clsx("flex min-w-0 flex-1", out && "line-through opacity-50")}>
                <TaskLine task={task} />
              </span>
              {asks && (
                <IconButton label={out ? `Include ${task.title}` : `Leave out ${task.title}`} size="icon-sm" onClick={() => toggle(task.id)}>
                  {out ? <Undo2 size={14} strokeWidth={1.75} aria-hidden /> : <X size={14} strokeWidth={1.75} aria-hidden />}
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {asks && (
        <footer className="flex flex-wrap items-center gap-2 border-t border-line px-3 py-2">
          <Button size="sm" onClick={onReject}>
            No
          </Button>
          <Button size="sm" variant={verb === "Delete" ? "danger" : "primary"} disabled={count === 0} onClick={() => onApprove([...except])}>
            Yes, {what.toLowerCase()}
          </Button>
          <span className="flex-1 text-right text-xs text-ink-3 tabular-nums">lapses in {sayWait(seconds)}</span>
        </footer>
      )}
      {open && seconds <= 0 && (
        <p role="status" className="border-t border-line px-3 py-2 text-sm text-ink-2">
          This question has lapsed and nothing was changed. Ask again if it is still wanted.
        </p>
      )}
    </div>
  );
}

/** Counts down by the minute, and by the second in the last one. */
function useSecondsLeft(instant: string, counting: boolean): number {
  const [seconds, setSeconds] = useState(() => (Date.parse(instant) - Date.now()) / 1000);
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => setSeconds((Date.parse(instant) - Date.now()) / 1000), 1000);
    return () => clearInterval(timer);
  }, [instant, counting]);
  return seconds;
}
