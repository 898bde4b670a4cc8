import type { Change } from "@/lib/api/types";
import { createStore, useStore } from "./store";

/** The newest change of each task that arrived while this page was open. */
const marks = createStore<ReadonlyMap<string, Change>>(new Map());

export const markChange = (change: Change) => marks.set((all) => new Map(all).set(change.entity_id, change));
export const clearMarks = () => marks.set(new Map());
export const useMark = (taskId: string): Change | undefined => useStore(marks, (all) => all.get(taskId));
