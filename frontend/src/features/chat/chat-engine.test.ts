// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { answerWith, eventStream, json } from "@/testing/network";
import { createChat } from "./chat-engine";

type Events = Parameters<typeof eventStream>[0];
const opened: Events[number] = [1, "turn", { conversation_id: "c", turn_id: "t", title: "Hi" }];
const done: Events[number] = [9, "done", { model: null, seconds: 0.1 }];
const words = (id: number, delta: string): Events[number] => [id, "text", { delta }];

const newChat = () => createChat(new QueryClient(), () => undefined);
const pathOf = ({ method, url }: Request) => `${method} ${new URL(url).pathname}`;

describe("createChat", () => {
  it("runs a turn to its end and names its conversation", async () => {
    answerWith(() => eventStream([opened, words(2, "Hello"), done]));
    const named = vi.fn();
    const chat = createChat(new QueryClient(), named);
    chat.send("hi", null);
    await vi.waitFor(() => expect(chat.store.get().turns[0]).toMatchObject({ phase: "done", text: "Hello", conversationId: "c" }));
    expect(named).toHaveBeenCalledExactlyOnceWith("c");
  });

  it("keeps a second message until the first is answered", async () => {
    const seen = answerWith(() => eventStream([opened, done]));
    const chat = newChat();
    chat.send("first", "c");
    chat.send("second", "c");
    expect(chat.store.get().queue.map(({ text }) => text)).toEqual(["second"]);
    await vi.waitFor(() => expect(chat.store.get().turns.map(({ phase }) => phase)).toEqual(["done", "done"]));
    const bodies = await Promise.all(seen.map((request) => request.json()));
    expect(bodies.map(({ message }) => message)).toEqual(["first", "second"]);
    expect(chat.store.get().queue).toEqual([]);
  });

  it("resumes from the last event when the connection breaks, and sends nothing twice", async () => {
    const seen = answerWith((request) =>
      request.method === "POST"
        ? eventStream([opened, words(2, "Hel")], { broken: true })
        : eventStream([words(3, "lo"), done]),
    );
    const chat = newChat();
    chat.send("hi", "c");
    await vi.waitFor(() => expect(chat.store.get().turns[0]).toMatchObject({ phase: "done", text: "Hello" }), 3000);
    expect(seen.map(pathOf)).toEqual(["POST /api/chat", "GET /api/turns/t/stream"]);
    expect(seen[1]?.headers.get("last-event-id")).toBe("2");
  });

  it("sends a message again under the same id when no answer came at all", async () => {
    let reachable = false;
    const seen = answerWith(() => {
      if (reachable) return eventStream([opened, done]);
      reachable = true;
      throw new TypeError("network error");
    });
    const chat = newChat();
    chat.send("hi", "c");
    await vi.waitFor(() => expect(chat.store.get().turns[0]).toMatchObject({ phase: "done" }), 3000);
    const ids = (await Promise.all(seen.map((request) => request.json()))).map(({ turn_id }) => turn_id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("says a message anew, under an id of its own, when what answered it failed", async () => {
    const failed: Events[number] = [2, "error", { code: "model_unavailable", message: "The model took too long." }];
    const seen = answerWith(() => eventStream(seen.length === 1 ? [opened, failed, done] : [opened, words(2, "Hello"), done]));
    const chat = newChat();
    chat.send("hi", "c");
    await vi.waitFor(() => expect(chat.store.get().turns[0]?.phase).toBe("failed"));
    const [turn] = chat.store.get().turns;
    if (turn) chat.retry(turn);
    await vi.waitFor(() => expect(chat.store.get().turns.map(({ phase }) => phase)).toEqual(["failed", "done"]));
    const bodies = await Promise.all(seen.map((request) => request.json()));
    expect(bodies.map(({ message }) => message)).toEqual(["hi", "hi"]);
    expect(new Set(bodies.map(({ turn_id }) => turn_id)).size).toBe(2);
  });

  it("shows why a message was refused, and sends it again on retry", async () => {
    let refuse = true;
    answerWith(() =>
      refuse ? json({ code: "turn_running", detail: "Still answering.", status: 409 }, 409) : eventStream([opened, done]),
    );
    const chat = newChat();
    chat.send("hi", "c");
    await vi.waitFor(() => expect(chat.store.get().turns[0]?.phase).toBe("failed"));
    refuse = false;
    const [turn] = chat.store.get().turns;
    if (turn) chat.retry(turn);
    await vi.waitFor(() => expect(chat.store.get().turns.map(({ phase }) => phase)).toEqual(["done"]));
  });
});
