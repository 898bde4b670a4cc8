import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { getMessages } from "@/lib/api/conversations";
import type { Message, Page } from "@/lib/api/types";
import { keys } from "@/lib/cache/keys";
import { useChat, useThreadState } from "./chat-context";
import { toEntries } from "./entries";

/** A thread as it is shown: stored messages, live turns, and what waits. A turn found running is joined. */
export function useConversation(thread: string | null) {
  const chat = useChat();
  const { turns, queue, running } = useThreadState(thread);
  const query = useInfiniteQuery<Page<Message>, Error, InfiniteData<Page<Message>>, readonly unknown[], string | null>({
    queryKey: keys.messages(thread ?? ""),
    queryFn: ({ pageParam }) => getMessages(thread ?? "", pageParam),
    initialPageParam: null,
    getNextPageParam: (page) => page.next_cursor,
    enabled: thread !== null,
  });
  const messages = useMemo(() => query.data?.pages.toReversed().flatMap((page) => page.items) ?? [], [query.data]);
  const entries = useMemo(() => toEntries(messages, turns), [messages, turns]);

  useEffect(() => {
    const last = messages.at(-1);
    if (!thread || last?.role !== "assistant" || last.status !== "running") return;
    const prompt = messages.findLast((message) => message.role === "user" && message.turn_id === last.turn_id);
    chat.attach(thread, last.turn_id, prompt?.text ?? "");
  }, [chat, thread, messages]);

  return { entries, queue, running, query };
}
