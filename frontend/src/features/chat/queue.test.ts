import { expect, it } from "vitest";
import { adopt, takeNext } from "./queue";

const waiting = (key: string, conversationId: string | null) => ({ key, conversationId, text: key });

it("takes the oldest message of the conversation", () => {
  const queue = [waiting("other", "b"), waiting("first", "a"), waiting("second", "a")];
  const [next, rest] = takeNext(queue, "a");
  expect(next?.key).toBe("first");
  expect(rest.map(({ key }) => key)).toEqual(["other", "second"]);
});

it("takes nothing from an empty queue", () => {
  expect(takeNext([], "a")).toEqual([null, []]);
});

it("gives messages of a new conversation its id once it has one", () => {
  expect(adopt([waiting("x", null), waiting("y", "b")], "a").map(({ conversationId }) => conversationId)).toEqual(["a", "b"]);
});
