import { readEvents } from "@/lib/sse/read-events";
import { send } from "./client";
import type { TurnEvent } from "./types";

/** What starts a turn: words, a click on a candidate, or an answer to an approval. */
export type TurnStart =
  | { kind: "message"; text: string; conversationId: string | null; choice?: string }
  | { kind: "approve"; turnId: string; except: string[] }
  | { kind: "reject"; turnId: string };

export type StreamedTurnEvent = TurnEvent & { id: string | null };

export async function* startTurn(start: TurnStart, signal: AbortSignal): AsyncGenerator<StreamedTurnEvent> {
  yield* parsed(await post(start, signal));
}

/** A running (or just ended) turn again, from just after `lastEventId`. */
export async function* resumeTurn(
  turnId: string,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<StreamedTurnEvent> {
  const headers: Record<string, string> = lastEventId ? { "Last-Event-ID": lastEventId } : {};
  yield* parsed(await send("GET", `/api/turns/${turnId}/stream`, { headers, signal }));
}

export const stopTurn = (turnId: string) => send("POST", `/api/turns/${turnId}/stop`);

function post(start: TurnStart, signal: AbortSignal): Promise<Response> {
  switch (start.kind) {
    case "approve":
      return send("POST", `/api/turns/${start.turnId}/approve`, { body: { except: start.except }, signal });
    case "reject":
      return send("POST", `/api/turns/${start.turnId}/reject`, { signal });
    case "message":
      return send("POST", "/api/chat", {
        body: { message: start.text, conversation_id: start.conversationId ?? undefined, choice: start.choice },
        signal,
      });
  }
}

async function* parsed(response: Response): AsyncGenerator<StreamedTurnEvent> {
  for await (const { id, event, data } of readEvents(response)) {
    yield { id, event, data: JSON.parse(data) } as StreamedTurnEvent;
  }
}
