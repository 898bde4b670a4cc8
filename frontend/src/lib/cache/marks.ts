import type { Change } from "@/lib/api/types";
import { createStore, useStore } from "./store";

/** For each task, what somebody other than the person did to it last while this page was open. */
const marks = createStore<ReadonlyMap<string, Change>>(new Map());

/** The person's own change, or taking a change back, ends the mark. */
export function markChange(change: Change): void {
  marks.set((all) => {
    const next = new Map(all);
    if (change.actor === "person" || change.action === "undo") next.delete(change.entity_id);
    else next.set(change.entity_id, change);
    return next;
  });
}

export const useMark = (taskId: string): Change | undefined => useStore(marks, (all) => all.get(taskId));
