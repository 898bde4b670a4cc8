import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "./new-id";

const VERSION_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("newId", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is a version 4 UUID, another one each time", () => {
    expect(newId()).toMatch(VERSION_4);
    expect(newId()).not.toBe(newId());
  });

  it("is one on plain http too, where randomUUID is not there", () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(newId()).toMatch(VERSION_4);
  });
});
