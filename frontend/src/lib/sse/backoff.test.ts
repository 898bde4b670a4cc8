import { expect, it } from "vitest";
import { backoff } from "./backoff";

it("doubles up to fifteen seconds", () => {
  expect([0, 1, 2, 3, 4, 5, 20].map((attempt) => backoff(attempt, () => 0))).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

it("takes off up to a third, so that tabs return at different moments", () => {
  expect(backoff(1, () => 0.999)).toBeGreaterThan(660);
  expect(backoff(1, () => 0.999)).toBeLessThan(680);
});
