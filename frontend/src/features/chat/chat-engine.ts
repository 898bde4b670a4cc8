import type { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/lib/api/problem";
import { type StreamedTurnEvent, type TurnStart, resumeTurn, startTurn, stopTurn } from "@/lib/api/turns";
import { recordAct } from "@/lib/cache/acts";
import { showTask } from "@/lib/cache/apply";
import { keys } from "@/lib/cache/keys";
import { createStore } from "@/lib/cache/store";
import { newId } from "@/lib/new-id";
import { backoff, pause } from "@/lib/sse/backoff";
import { type Queued, adopt, takeNext } from "./queue";
import { type Turn, type TurnAction, advanceTurn, isRunning, newTurn } from "./turn-state";

const MOST_RECONNECTS = 8;

const isOffline = (error: unknown) => !(error instanceof Problem) || error.code === "offline";

export interface ChatState {
  turns: Turn[];
  queue: Queued[];
}

export type Chat = ReturnType<typeof createChat>;

/** Runs turns, one at a time in each conversation, through lost connections to their end. */
export function createChat(client: QueryClient, onConversation: (id: string) => void) {
  const store = createStore<ChatState>({ turns: [], queue: [] });
  const controllers = new Map<string, AbortController>();

  const find = (key: string) => store.get().turns.find((turn) => turn.key === key);
  const running = (conversationId: string | null) =>
    store.get().turns.some((turn) => turn.conversationId === conversationId && isRunning(turn));
  const setQueue = (queue: Queued[]) => store.set((state) => ({ ...state, queue }));

  function dispatch(key: string, action: TurnAction) {
    store.set((state) => ({
      ...state,
      turns: state.turns.map((turn) => (turn.key === key ? advanceTurn(turn, action) : turn)),
    }));
  }

  function take(key: string, event: StreamedTurnEvent) {
    const fresh = find(key)?.conversationId === null;
    dispatch(key, { type: "event", event });
    if (event.event === "turn" && fresh) {
      setQueue(adopt(store.get().queue, event.data.conversation_id));
      onConversation(event.data.conversation_id);
    }
    if (event.event === "receipt") {
      const { after, turn_id } = event.data;
      recordAct(turn_id);
      if (after && "title" in after) showTask(client, after);
    }
  }

  function begin(turn: Turn, open: (signal: AbortSignal) => AsyncGenerator<StreamedTurnEvent>) {
    store.set((state) => ({ ...state, turns: [...state.turns, turn] }));
    void follow(turn.key, open);
  }

  async function follow(key: string, open: (signal: AbortSignal) => AsyncGenerator<StreamedTurnEvent>) {
    const controller = new AbortController();
    controllers.set(key, controller);
    let stream = open;
    for (let attempt = 0; !controller.signal.aborted; attempt++) {
      try {
        for await (const event of stream(controller.signal)) {
          take(key, event);
          attempt = 0;
          if (event.event === "done") return finish(key);
        }
      } catch (error) {
        if (error instanceof Problem && error.code !== "offline" && error.status < 500) {
          dispatch(key, { type: "refused", problem: error });
          return finish(key);
        }
        const turn = find(key);
        const again = turn?.start?.kind === "message" && isOffline(error) && attempt < MOST_RECONNECTS;
        if (!turn?.turnId && !again && !controller.signal.aborted) {
          dispatch(key, { type: "refused", problem: error instanceof Problem ? error : Problem.offline() });
          return finish(key);
        }
      }
      const turn = find(key);
      if (!turn || controller.signal.aborted) break;
      if (attempt >= MOST_RECONNECTS) {
        dispatch(key, { type: "given-up" });
        break;
      }
      const { turnId } = turn;
      dispatch(key, { type: "connection-lost" });
      await pause(backoff(attempt), controller.signal);
      if (turnId) stream = (signal) => resumeTurn(turnId, find(key)?.lastEventId ?? null, signal);
    }
    finish(key);
  }

  function finish(key: string) {
    controllers.delete(key);
    const turn = find(key);
    if (!turn) return;
    if (turn.conversationId) void client.invalidateQueries({ queryKey: keys.messages(turn.conversationId) });
    void client.invalidateQueries({ queryKey: keys.allConversations });
    void client.invalidateQueries({ queryKey: keys.lists });
    if (turn.phase === "lost" || turn.cards.some(({ event, data }) => event === "error" && data.code === "offline")) return;
    const [next, rest] = takeNext(store.get().queue, turn.conversationId);
    setQueue(rest);
    if (next) send(next.text, turn.conversationId);
  }

  function start(prompt: string, conversationId: string | null, how: TurnStart) {
    begin(newTurn(newId(), conversationId, prompt, how), (signal) => startTurn(how, signal));
  }

  function send(text: string, conversationId: string | null, choice?: string) {
    if (running(conversationId)) {
      setQueue([...store.get().queue, { key: newId(), conversationId, text }]);
      return;
    }
    start(text, conversationId, { kind: "message", id: newId(), text, conversationId, choice });
  }

  return {
    store,
    send,
    running,
    approve: (conversationId: string, turnId: string, except: string[], said: string) =>
      start(said, conversationId, { kind: "approve", turnId, except }),
    reject: (conversationId: string, turnId: string) => start("No", conversationId, { kind: "reject", turnId }),
    unqueue: (key: string) => setQueue(store.get().queue.filter((each) => each.key !== key)),

    /** Follows a turn that another page began, or this one before it was loaded again. */
    attach(conversationId: string, turnId: string, prompt: string) {
      if (store.get().turns.some((turn) => turn.turnId === turnId)) return;
      const turn = { ...newTurn(newId(), conversationId, prompt, null), turnId };
      begin(turn, (signal) => resumeTurn(turnId, null, signal));
    },

    /**
     * Tries a turn again that was refused or lost. One that the server has heard of is looked at before it is sent; what
     * it answered with an error is in the conversation, and is said anew.
     */
    retry(turn: Turn) {
      if (turn.turnId && turn.phase === "failed" && (!turn.start || turn.start.kind === "message"))
        return send(turn.prompt, turn.conversationId, turn.start?.choice);
      store.set((state) => ({ ...state, turns: state.turns.filter((each) => each.key !== turn.key) }));
      if (turn.turnId && turn.conversationId && turn.phase === "lost")
        return this.attach(turn.conversationId, turn.turnId, turn.prompt);
      if (turn.start) start(turn.prompt, turn.conversationId, turn.start);
    },

    async stop(conversationId: string | null) {
      const turn = store.get().turns.findLast((each) => each.conversationId === conversationId && isRunning(each));
      if (!turn) return;
      dispatch(turn.key, { type: "stopping" });
      if (!turn.turnId) return controllers.get(turn.key)?.abort();
      await stopTurn(turn.turnId).catch(() => undefined);
    },
  };
}
