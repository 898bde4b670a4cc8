import type { Problem } from "@/lib/api/problem";
import type { StreamedTurnEvent, TurnStart } from "@/lib/api/turns";
import type { TurnCard, TurnError } from "@/lib/api/types";

/**
 * sending: nothing heard yet · working: events arrive · reconnecting: the connection was lost and is tried again ·
 * lost: given up on · failed: the server said why not · stopped, done: complete.
 */
export type Phase = "sending" | "working" | "reconnecting" | "lost" | "failed" | "stopped" | "done";

/** One exchange as this page lives through it. */
export interface Turn {
  key: string;
  /** Null until a new conversation has its id. */
  conversationId: string | null;
  turnId: string | null;
  /** What the person said. */
  prompt: string;
  /** How it began; null for one that was found running. */
  start: TurnStart | null;
  phase: Phase;
  text: string;
  cards: TurnCard[];
  /** The tool at work. */
  tool: string | null;
  lastEventId: string | null;
  /** Who answered; null until the end. */
  model: string | null;
}

export type TurnAction =
  | { type: "event"; event: StreamedTurnEvent }
  | { type: "connection-lost" }
  | { type: "given-up" }
  | { type: "stopping" }
  | { type: "refused"; problem: Problem };

export const isRunning = ({ phase }: Pick<Turn, "phase">) => ["sending", "working", "reconnecting"].includes(phase);

export function newTurn(key: string, conversationId: string | null, prompt: string, start: TurnStart | null): Turn {
  return {
    key,
    conversationId,
    turnId: null,
    prompt,
    start,
    phase: "sending",
    text: "",
    cards: [],
    tool: null,
    lastEventId: null,
    model: null,
  };
}

export function advanceTurn(turn: Turn, action: TurnAction): Turn {
  switch (action.type) {
    case "event":
      return takeEvent(turn, action.event);
    case "connection-lost":
      return { ...turn, phase: "reconnecting" };
    case "given-up":
      return { ...turn, phase: "lost", tool: null };
    case "stopping":
      return { ...turn, phase: "stopped", tool: null };
    case "refused":
      return { ...turn, phase: "failed", tool: null, cards: [...turn.cards, { event: "error", data: errorOf(action.problem) }] };
  }
}

/** Events that were seen before the connection was lost come again on resuming, and are skipped by their id. */
function takeEvent(turn: Turn, event: StreamedTurnEvent): Turn {
  if (seen(turn.lastEventId, event.id)) return turn;
  const next: Turn = { ...turn, lastEventId: event.id ?? turn.lastEventId, phase: turn.phase === "stopped" ? "stopped" : "working" };
  switch (event.event) {
    case "turn":
      return { ...next, turnId: event.data.turn_id, conversationId: event.data.conversation_id };
    case "text":
      return { ...next, text: next.text + event.data.delta, tool: null };
    case "tool":
      return { ...next, tool: event.data.name };
    case "error":
      return { ...next, tool: null, phase: "failed", cards: [...next.cards, event] };
    case "done":
      return { ...next, tool: null, model: event.data.model, phase: ["failed", "stopped"].includes(turn.phase) ? turn.phase : "done" };
    case "receipt":
    case "choices":
    case "approval":
    case "list":
      return { ...next, tool: null, cards: [...next.cards, event] };
    default:
      return next;
  }
}

const seen = (last: string | null, id: string | null) => last !== null && id !== null && Number(id) <= Number(last);

const errorOf = (problem: Problem): TurnError => ({
  code: problem.code,
  message: problem.message,
  retry_after: problem.retryAfter,
});
