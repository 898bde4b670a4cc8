// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { answerWith, eventStream, json } from "@/testing/network";
import { ChatProvider, useChat, useThread } from "./chat-context";

const router = { params: new URLSearchParams("thread=new") };
vi.mock("next/navigation", () => ({ usePathname: () => "/today", useSearchParams: () => router.params }));

afterEach(cleanup);

function open() {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <ChatProvider>{children}</ChatProvider>
    </QueryClientProvider>
  );
  const hook = renderHook(() => ({ thread: useThread(), chat: useChat() }), { wrapper });
  return { ...hook, thread: () => hook.result.current.thread };
}

it("is in a conversation from its first event on, before the router has followed the address there", async () => {
  answerWith(({ url }) =>
    url.endsWith("/api/chat")
      ? eventStream([
          [1, "turn", { turn_id: "turn-1", conversation_id: "conversation-1" }],
          [2, "done", {}],
        ])
      : json({ items: [], next_cursor: null }),
  );
  const { result, thread, rerender } = open();
  expect(thread()).toBeNull();
  result.current.chat.send("add buy milk", null);
  await waitFor(() => expect(thread()).toBe("conversation-1"));
  expect(location.search).toBe("?thread=conversation-1");
  router.params = new URLSearchParams("thread=conversation-1");
  rerender();
  router.params = new URLSearchParams("thread=new");
  rerender();
  await waitFor(() => expect(thread()).toBeNull());
});
