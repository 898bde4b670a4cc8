import type { QueryClient } from "@tanstack/react-query";
import { awaited, changesAnswered } from "@/lib/api/client";
import { redoTurn, undoTurn } from "@/lib/api/history";
import { showChange } from "./apply";
import { createStore, useStore } from "./store";

/** What this page did, oldest first, for ⌘Z; a new act ends redo. */
const acts = createStore<{ done: string[]; undone: string[] }>({ done: [], undone: [] });

export function recordAct(turnId: string | null): void {
  if (turnId) acts.set(({ done }) => ({ done: [...done.filter((id) => id !== turnId), turnId], undone: [] }));
}

export const lastAct = () => acts.get().done.at(-1) ?? null;

/** The newest act, once the changes that are under way have been answered: ⌘Z may be quicker than the server. */
export async function newestAct(): Promise<string | null> {
  await changesAnswered();
  return lastAct();
}

/** What "redo" would bring back, once the undo before it has been answered. */
export async function newestUndone(): Promise<string | null> {
  await changesAnswered();
  return acts.get().undone.at(-1) ?? null;
}

/** What became of turns since their receipts were read: true is undone, false is done again. */
const fates = createStore<ReadonlyMap<string, boolean>>(new Map());

const setFate = (turnId: string, undone: boolean) => fates.set((all) => new Map(all).set(turnId, undone));
export const useFate = (turnId: string): boolean | undefined => useStore(fates, (all) => all.get(turnId));
/** For when the receipts were read again and say it themselves. */
export const forgetFates = () => fates.set(new Map());

/** @throws {Problem} `undo_conflict` when something was changed since. */
export async function undoAct(client: QueryClient, turnId: string): Promise<void> {
  const events = await awaited(undoTurn(turnId));
  acts.set(({ done, undone }) => ({ done: done.filter((id) => id !== turnId), undone: [...undone, turnId] }));
  setFate(turnId, true);
  events.forEach((event) => showChange(client, event));
}

export async function redoAct(client: QueryClient, turnId: string): Promise<void> {
  const events = await awaited(redoTurn(turnId));
  acts.set(({ done, undone }) => ({ done: [...done, turnId], undone: undone.filter((id) => id !== turnId) }));
  setFate(turnId, false);
  events.forEach((event) => showChange(client, event));
}
