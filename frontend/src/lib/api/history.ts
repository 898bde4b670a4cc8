import { readEvents } from "@/lib/sse/read-events";
import { request, send } from "./client";
import type { Change, Page } from "./types";

type Changes = { events: Change[] };

export const getHistory = (query: { task?: string; cursor?: string | null; limit?: number }) =>
  request<Page<Change>>("GET", "/api/history", { query });

export const undoEvent = (id: string) => request<Changes>("POST", `/api/events/${id}/undo`);
export const undoTurn = (id: string) => request<Changes>("POST", `/api/turns/${id}/undo`);
export const redoTurn = (id: string) => request<Changes>("POST", `/api/turns/${id}/redo`);

export type FeedEvent = { event: "ready"; data: { seq: number } } | { event: "change"; data: Change };

/** The live feed, from just after `after`; ends when the server or the network ends it. */
export async function* followChanges(after: number | null, signal: AbortSignal): AsyncGenerator<FeedEvent> {
  const response = await send("GET", "/api/events", { query: { after }, signal });
  for await (const { event, data } of readEvents(response)) {
    yield { event, data: JSON.parse(data) } as FeedEvent;
  }
}
