"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { getHistory, undoEvent } from "@/lib/api/history";
import { messageOf } from "@/lib/api/problem";
import type { Change, Task } from "@/lib/api/types";
import { showChange } from "@/lib/cache/apply";
import { keys } from "@/lib/cache/keys";
import { toast } from "@/lib/cache/toasts";
import { useMe } from "@/lib/cache/use-me";
import { sayActor } from "@/lib/format/actor";
import { sayAgo, sayInstant } from "@/lib/format/instant";

const VERBS: Record<Change["action"], string> = {
  add: "added it",
  update: "changed it",
  complete: "completed it",
  reopen: "reopened it",
  delete: "deleted it",
  restore: "restored it",
  undo: "took a change back",
  redo: "made a change again",
};

/** Who did what to a task, newest first; the newest change can be taken back. */
export function TaskHistory({ task }: { task: Task }) {
  const { data } = useQuery({ queryKey: keys.history(task.id), queryFn: () => getHistory({ task: task.id, limit: 20 }) });
  const me = useMe();
  const changes = data?.items ?? [];
  if (!changes.length) return null;
  const undoable = changes.find((change) => !change.undone && !["undo", "redo"].includes(change.action));
  return (
    <section aria-label="History" className="mt-4 border-t border-line pt-4">
      <h3 className="pb-1 text-sm font-medium text-ink-2">History</h3>
      <ul className="text-sm text-ink-3">
        {changes.map((change) => (
          <li key={change.id} className="flex min-h-7 items-center gap-2">
            <span className={change.undone ? "line-through" : undefined}>
              <span className="text-ink-2">{sayActor(change.actor)}</span> {VERBS[change.action]}
            </span>
            <time dateTime={change.created_at} title={sayInstant(change.created_at, me.time_zone, me.locale)} className="flex-1">
              {sayAgo(change.created_at)}
            </time>
            {change === undoable && change.action !== "add" && <UndoChange change={change} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UndoChange({ change }: { change: Change }) {
  const client = useQueryClient();
  async function undo() {
    try {
      const events = await undoEvent(change.id);
      events.forEach((event) => showChange(client, event));
      await client.invalidateQueries({ queryKey: keys.history(change.entity_id) });
    } catch (error) {
      toast(messageOf(error), { tone: "error" });
    }
  }
  return (
    <Button variant="link" size="inline" onClick={() => void undo()}>
      Undo
    </Button>
  );
}
