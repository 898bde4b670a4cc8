import { expect, it } from "vitest";
import { labelOf, sayUse } from "./answering-words";

const model = { name: "command-a", provider: "Cohere", status: "answering" as const };

it("names a mode", () => {
  expect(labelOf("offline")).toBe("Built-in rules only");
});

it.each([
  [12_340, 200_000, "12,340 of 200,000 tokens today", null],
  [200_000, 200_000, "200,000 of 200,000 tokens today", "Used up: until tomorrow the built-in rules answer."],
  [12_340, null, "12,340 tokens today, without a limit", null],
])("says a use of %s of %s", (tokens_used_today, tokens_per_day, said, note) => {
  expect(sayUse({ ...model, tokens_used_today, tokens_per_day }, "en-GB")).toEqual({ said, note });
});
