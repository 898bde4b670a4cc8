import { readEvents } from "@/lib/sse/read-events";
import { api, read } from "./client";
import type { Change, Page } from "./types";

/** In the OpenAPI document the states of an event are free objects; they are those of a task or a list. */
const changes = (events: unknown) => events as Change[];

export async function getHistory(query: { task?: string; cursor?: string; limit?: number }): Promise<Page<Change>> {
  const page = await read(api.GET("/api/history", { params: { query } }));
  return { ...page, items: changes(page.items) };
}

const turn = (turn_id: string) => ({ params: { path: { turn_id } } });

export const undoEvent = async (event_id: string) =>
  changes((await read(api.POST("/api/events/{event_id}/undo", { params: { path: { event_id } } }))).events);
export const undoTurn = async (id: string) => changes((await read(api.POST("/api/turns/{turn_id}/undo", turn(id)))).events);
export const redoTurn = async (id: string) => changes((await read(api.POST("/api/turns/{turn_id}/redo", turn(id)))).events);

export type FeedEvent = { event: "ready"; data: { seq: number } } | { event: "change"; data: Change };

/** The live feed, from just after `after`; ends when the server or the network ends it. */
export async function* followChanges(after: number | null, signal: AbortSignal): AsyncGenerator<FeedEvent> {
  const query = after === null ? {} : { after };
  const { response } = await api.GET("/api/events", { params: { query }, signal, parseAs: "stream" });
  for await (const { event, data } of readEvents(response)) {
    yield { event, data: JSON.parse(data) } as FeedEvent;
  }
}
