import { describe, expect, it } from "vitest";
import { Problem } from "@/lib/api/problem";
import type { StreamedTurnEvent } from "@/lib/api/turns";
import { sampleTask } from "@/testing/samples";
import { type Turn, advanceTurn, isRunning, newTurn } from "./turn-state";

const begun = () => newTurn("key", null, "hello", null);
const take = (turn: Turn, ...events: StreamedTurnEvent[]) =>
  events.reduce((state, event) => advanceTurn(state, { type: "event", event }), turn);

const opened: StreamedTurnEvent = { id: "1", event: "turn", data: { conversation_id: "c", turn_id: "t", title: "Hello" } };
const words = (id: string, delta: string): StreamedTurnEvent => ({ id, event: "text", data: { delta } });
const done: StreamedTurnEvent = { id: "9", event: "done", data: { model: null, seconds: 0.1 } };

describe("advanceTurn", () => {
  it("collects text and cards in order, and ends", () => {
    const list: StreamedTurnEvent = { id: "4", event: "list", data: { tasks: [sampleTask()], total: 1 } };
    const turn = take(begun(), opened, words("2", "Hel"), words("3", "lo"), list, done);
    expect(turn).toMatchObject({ conversationId: "c", turnId: "t", text: "Hello", phase: "done", lastEventId: "9" });
    expect(turn.cards.map(({ event }) => event)).toEqual(["list"]);
  });

  it("knows at the end who answered", () => {
    const answered: StreamedTurnEvent = { id: "9", event: "done", data: { model: "command-a", seconds: 0.1 } };
    expect(begun().model).toBeNull();
    expect(take(begun(), opened, answered).model).toBe("command-a");
  });

  it("skips events that come again after resuming", () => {
    const turn = take(begun(), opened, words("2", "once"));
    const lost = advanceTurn(turn, { type: "connection-lost" });
    expect(lost.phase).toBe("reconnecting");
    expect(take(lost, opened, words("2", "once"), words("3", " more")).text).toBe("once more");
  });

  it("stays failed when `done` follows an error", () => {
    const error: StreamedTurnEvent = { id: "2", event: "error", data: { code: "chat_unavailable", message: "Broken off." } };
    const turn = take(begun(), opened, error, done);
    expect(turn.phase).toBe("failed");
    expect(isRunning(turn)).toBe(false);
  });

  it("stays stopped while the last words arrive", () => {
    const stopping = advanceTurn(take(begun(), opened), { type: "stopping" });
    expect(take(stopping, words("2", "late"), done).phase).toBe("stopped");
  });

  it("shows a refusal as an error with the wait", () => {
    const problem = new Problem({ code: "rate_limited", detail: "Too many.", status: 429, retry_after: 12 });
    const turn = advanceTurn(begun(), { type: "refused", problem });
    expect(turn.cards).toEqual([{ event: "error", data: { code: "rate_limited", message: "Too many.", retry_after: 12 } }]);
  });
});
