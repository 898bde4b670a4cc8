import { expect, it } from "vitest";
import { sayDestination } from "./destination";

it.each([
  ["site", "assistant.example.com", "assistant.example.com"],
  ["computer", "127.0.0.1", "a program on this computer"],
  ["app", "editor", "the app on this device that opens editor: links"],
] as const)("says where a %s is", (kind, name, said) => {
  expect(sayDestination({ kind, name })).toBe(said);
});
