import { expect, it } from "vitest";
import { sayAgo, sayWait } from "./instant";

const now = Date.parse("2026-11-23T12:00:00Z");

it.each([
  ["2026-11-23T11:59:40Z", "just now"],
  ["2026-11-23T11:57:00Z", "3 minutes ago"],
  ["2026-11-22T11:00:00Z", "yesterday"],
  ["2026-11-26T12:00:00Z", "in 3 days"],
])("says %s as %s", (instant, said) => {
  expect(sayAgo(instant, now)).toBe(said);
});

it.each([
  [0.2, "1 second"],
  [47, "47 seconds"],
  [120, "2 minutes"],
  [121, "3 minutes"],
])("says a wait of %s s as %s", (seconds, said) => {
  expect(sayWait(seconds)).toBe(said);
});
