import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Approval } from "@/lib/api/types";
import { useDueStyle } from "@/lib/cache/use-now";
import { sayWait } from "@/lib/format/instant";
import { sayAct, verbOf } from "./act-words";
import { ApprovalRow } from "./approval-row";

interface Props {
  approval: Approval;
  /** False once it was answered or the conversation has gone on. */
  open: boolean;
  onApprove: (except: string[]) => void;
  onReject: () => void;
}

/** Exactly what will happen, each task of it to be left out, before any of it does. */
export function ApprovalCard({ approval, open, onApprove, onReject }: Props) {
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const seconds = useSecondsLeft(approval.expires_at, open);
  const style = useDueStyle();
  const asks = open && seconds > 0;
  const { actions } = approval;
  const said = actions.map((act) => sayAct(act, style));
  const differ = new Set(said).size > 1;
  const chosen = actions.filter(({ task }) => !except.has(task.id));
  const toggle = (id: string) =>
    setExcept((left) => {
      const next = new Set(left);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div role="group" aria-label={`${verbOf(actions)} these tasks?`} className="overflow-hidden rounded-lg border border-line-strong/70 bg-raised">
      <ul className="max-h-80 divide-y divide-line overflow-y-auto">
        {actions.map((act, index) => (
          <ApprovalRow
            key={`${act.task.id} ${index}`}
            act={act}
            said={differ ? (said[index] ?? null) : null}
            included={!except.has(act.task.id)}
            onToggle={asks ? () => toggle(act.task.id) : null}
          />
        ))}
      </ul>
      {asks && (
        <footer className="flex flex-wrap items-center gap-2 border-t border-line px-3 py-2">
          <Button size="sm" onClick={onReject}>
            No
          </Button>
          <Button
            size="sm"
            variant={chosen.some(({ tool }) => tool === "delete_task") ? "danger" : "primary"}
            disabled={chosen.length === 0}
            onClick={() => onApprove([...except])}
          >
            Yes, {verbOf(chosen).toLowerCase()} {chosen.length} {chosen.length === 1 ? "task" : "tasks"}
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
