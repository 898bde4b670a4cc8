// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { useDraft } from "./use-draft";

type Thread = string | null | undefined;

function draftOf(thread: Thread) {
  const { result, rerender } = renderHook((shown: Thread) => useDraft(shown), { initialProps: thread });
  return { text: () => result.current[0], type: (text: string) => act(() => result.current[1](text)), open: rerender };
}

afterEach(cleanup);

it("carries what was typed early into the thread that it turns out to be", () => {
  const draft = draftOf(undefined);
  draft.type("buy milk");
  draft.open("thread-1");
  expect(draft.text()).toBe("buy milk");
  draft.type("");
  draft.open("thread-2");
  expect(draft.text()).toBe("");
});

it("puts what was typed early after what the thread had already", () => {
  const draft = draftOf("thread-3");
  draft.type("call mum");
  draft.open(undefined);
  draft.type("tomorrow");
  draft.open("thread-3");
  expect(draft.text()).toBe("call mum\ntomorrow");
});

it("keeps a draft for each thread", () => {
  const draft = draftOf("thread-4");
  draft.type("one");
  draft.open(null);
  expect(draft.text()).toBe("");
  draft.open("thread-4");
  expect(draft.text()).toBe("one");
});
