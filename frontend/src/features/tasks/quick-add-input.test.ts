import { expect, it } from "vitest";
import { inputOf } from "./quick-add-input";

it("takes what was understood", () => {
  const reading = { intent: "add", title: "Pay rent", due: "2026-11-27", priority: "high", tags: ["home"] } as const;
  expect(inputOf("Pay rent friday high #home", { ...reading, tags: ["home"] })).toEqual({
    title: "Pay rent",
    due: "2026-11-27",
    priority: "high",
    tags: ["home"],
  });
});

it("keeps a title that has joining words itself", () => {
  expect(inputOf("Buy bread and butter tomorrow", { intent: "add", title: "Buy bread and butter", due: "2026-11-24" })).toEqual({
    title: "Buy bread and butter",
    due: "2026-11-24",
  });
});

it.each([
  ["of several acts only the first was read", "Buy milk and walk the dog", { intent: "add", title: "Buy milk" } as const],
  ["it reads as something else", "Move house", { intent: "update", title: "house" } as const],
  ["nothing was understood", "Mystery", null],
])("keeps the line as it stands when %s", (_, line, reading) => {
  expect(inputOf(line, reading)).toEqual({ title: line });
});
