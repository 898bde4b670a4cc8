import { afterEach, expect, it } from "vitest";
import { refuseTooLarge } from "./body-limit";

afterEach(() => {
  delete process.env.MAX_BODY_BYTES;
});

const announcing = (bytes: number) => new Headers({ "content-length": String(bytes) });

it("refuses what is announced to be too large by a problem document", async () => {
  const response = refuseTooLarge(announcing(20_000_000));
  expect(response?.status).toBe(413);
  expect(response?.headers.get("content-type")).toBe("application/problem+json");
  expect(await response?.json()).toMatchObject({ code: "body_too_large", detail: "Send at most 1,000,000 bytes at once." });
});

it("passes on what fits, and what announces nothing", () => {
  expect(refuseTooLarge(announcing(1_000_000))).toBeNull();
  expect(refuseTooLarge(new Headers())).toBeNull();
});

it("takes the limit that the backend is given", () => {
  process.env.MAX_BODY_BYTES = "10000";
  expect(refuseTooLarge(announcing(10_001))?.status).toBe(413);
});
