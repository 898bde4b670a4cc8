import { describe, expect, it } from "vitest";
import { nextPage, withNext } from "./next";

describe("the page after signing in", () => {
  it("is the one that sent the person to sign in", () => {
    expect(nextPage("/connect?client_id=1&state=a%26b")).toBe("/connect?client_id=1&state=a%26b");
  });

  it.each([
    undefined,
    "",
    "/settings",
    "/connect",
    "//evil.example.com/connect?",
    "/\\evil.example.com",
    "https://evil.example.com/connect?",
    "javascript:alert(1)",
    " /connect?",
    "/connect/../../evil?",
  ])("is Today for %s", (named) => {
    expect(nextPage(named)).toBe("/today");
  });

  it("is Today when several are named", () => {
    expect(nextPage(["/connect?a", "/connect?b"])).toBe("/today");
  });

  it("goes along to the other page of the two", () => {
    const next = "/connect?client_id=1&state=a%26b";
    const address = new URL(withNext("/sign-up", next), "http://localhost");
    expect(address.pathname).toBe("/sign-up");
    expect(nextPage(address.searchParams.get("next")!)).toBe(next);
    expect(withNext("/sign-in", "/today")).toBe("/sign-in");
  });
});
