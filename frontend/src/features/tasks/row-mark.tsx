import { Bot, Plug } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/lib/api/problem";
import type { Change } from "@/lib/api/types";
import { undoAct } from "@/lib/cache/acts";
import { useMark } from "@/lib/cache/marks";
import { toast } from "@/lib/cache/toasts";
import { sayActor } from "@/lib/format/actor";
import { sayAgo } from "@/lib/format/instant";

/** Who changed this task while the page was open, with a way back. */
export function RowMark({ taskId }: { taskId: string }) {
  const client = useQueryClient();
  const mark = useMark(taskId);
  if (!mark) return null;
  const Icon = mark.actor === "assistant" ? Bot : Plug;
  const undo = () =>
    undoAct(client, mark.turn_id).catch((error: unknown) => toast(messageOf(error), { tone: "error" }));
  return (
    <span className="flex items-center gap-1 text-ink-3" title={`${sayMark(mark)} ${sayAgo(mark.created_at)}`}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className="max-w-28 truncate">{sayActor(mark.actor)}</span>
      <button
        onClick={() => void undo()}
        aria-label={`Undo: ${sayMark(mark)}`}
        className="hidden font-medium text-accent group-focus-within/row:inline group-hover/row:inline hover:underline touch:hidden!"
      >
        Undo
      </button>
    </span>
  );
}

const VERBS: Record<Change["action"], string> = {
  add: "added by",
  update: "changed by",
  complete: "done by",
  reopen: "reopened by",
  delete: "deleted by",
  restore: "restored by",
  undo: "taken back by",
  redo: "done again by",
};

const sayMark = (mark: Change) => `${VERBS[mark.action]} ${sayActor(mark.actor)}`;
