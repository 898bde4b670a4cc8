"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, createContext, use, useEffect, useMemo, useState } from "react";
import { getConversations } from "@/lib/api/conversations";
import { keys } from "@/lib/cache/keys";
import { createStore, useStore } from "@/lib/cache/store";
import { setParams, useParam } from "@/lib/navigation/navigate";
import { type Chat, type ChatState, createChat } from "./chat-engine";
import { type Turn, isRunning } from "./turn-state";

/** The conversation that has just begun, until the router has followed the address to it. */
const begun = createStore<string | null>(null);

function openBegun(thread: string): void {
  begun.set(thread);
  setParams({ thread }, { replace: true });
}

const ChatContext = createContext<Chat | null>(null);

/** Holds the running turns above everything that shows them: changing view or thread interrupts nothing. */
export function ChatProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [chat] = useState(() => createChat(client, openBegun));
  return <ChatContext value={chat}>{children}</ChatContext>;
}

export function useChat(): Chat {
  const chat = use(ChatContext);
  if (!chat) throw new Error("useChat needs a ChatProvider around it.");
  return chat;
}

export const NEW_THREAD = "new";

/** The thread in the address, else the newest; null for one that has not begun, undefined while unknown. */
export function useThread(): string | null | undefined {
  const named = useParam("thread");
  const arriving = useStore(begun);
  useEffect(() => begun.set(null), [named]);
  const newest = useQuery({
    queryKey: keys.conversations(""),
    queryFn: () => getConversations({ limit: 50 }),
    enabled: named === null,
  });
  if (named && named !== NEW_THREAD) return named;
  if (arriving) return arriving;
  if (named) return null;
  if (newest.isPending) return undefined;
  return newest.data?.items[0]?.id ?? null;
}

export interface ThreadState {
  turns: Turn[];
  queue: ChatState["queue"];
  running: boolean;
}

export function useThreadState(thread: string | null): ThreadState {
  const state = useStore(useChat().store);
  return useMemo(() => {
    const turns = state.turns.filter((turn) => turn.conversationId === thread);
    const queue = state.queue.filter((each) => each.conversationId === thread);
    return { turns, queue, running: turns.some(isRunning) };
  }, [state, thread]);
}

/** Says something in the current thread, from anywhere in the app. */
export function useAsk(): (text: string) => void {
  const chat = useChat();
  const thread = useThread();
  return (text) => chat.send(text, thread ?? null);
}
