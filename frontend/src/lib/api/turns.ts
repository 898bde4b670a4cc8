import { readEvents } from "@/lib/sse/read-events";
import { api, read } from "./client";
import type { TurnEvent } from "./types";

/**
 * What starts a turn: words, a click on a candidate, or an answer to an approval. A message chooses the id of its turn, so
 * that it can be sent again when nobody knows whether it arrived: the server does it once.
 */
export type TurnStart =
  | { kind: "message"; id: string; text: string; conversationId: string | null; choice?: string }
  | { kind: "approve"; turnId: string; except: string[] }
  | { kind: "reject"; turnId: string };

export type StreamedTurnEvent = TurnEvent & { id: string | null };

const at = (turn_id: string) => ({ params: { path: { turn_id } } });

export async function* startTurn(start: TurnStart, signal: AbortSignal): AsyncGenerator<StreamedTurnEvent> {
  yield* parsed((await post(start, signal)).response);
}

/** A running (or just ended) turn again, from just after `lastEventId`. */
export async function* resumeTurn(
  turnId: string,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<StreamedTurnEvent> {
  const headers = lastEventId ? { "Last-Event-ID": lastEventId } : undefined;
  const { response } = await api.GET("/api/turns/{turn_id}/stream", { ...at(turnId), headers, signal, parseAs: "stream" });
  yield* parsed(response);
}

export const stopTurn = (turnId: string) => read(api.POST("/api/turns/{turn_id}/stop", { ...at(turnId), parseAs: "text" }));

function post(start: TurnStart, signal: AbortSignal): Promise<{ response: Response }> {
  const options = { signal, parseAs: "stream" } as const;
  switch (start.kind) {
    case "approve":
      return api.POST("/api/turns/{turn_id}/approve", { ...at(start.turnId), ...options, body: { except: start.except } });
    case "reject":
      return api.POST("/api/turns/{turn_id}/reject", { ...at(start.turnId), ...options });
    case "message":
      return api.POST("/api/chat", {
        ...options,
        body: { message: start.text, conversation_id: start.conversationId, choice: start.choice, turn_id: start.id },
      });
  }
}

async function* parsed(response: Response): AsyncGenerator<StreamedTurnEvent> {
  for await (const { id, event, data } of readEvents(response)) {
    yield { id, event, data: JSON.parse(data) } as StreamedTurnEvent;
  }
}
