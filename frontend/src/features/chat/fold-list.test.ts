import { expect, it } from "vitest";
import { foldList } from "./fold-list";

const tasks = [{ title: "Buy milk" }, { title: "Call mum" }];

it("takes out the lines that the card shows", () => {
  expect(foldList("You have 2 tasks:\n1. **Buy milk** (today)\n2. Call mum", tasks)).toBe("You have 2 tasks:");
});

it("takes out a line that is still being written", () => {
  expect(foldList("You have 2 tasks:\n1. Buy milk\n2. Call", tasks)).toBe("You have 2 tasks:");
});

it("keeps numbered lines that say something else", () => {
  const text = "Two ways:\n1. Say “undo”\n2. Press Undo\n3. Wait";
  expect(foldList(text, tasks)).toBe(text);
});

it("keeps everything without a card", () => {
  expect(foldList("1. Buy milk", [])).toBe("1. Buy milk");
});
