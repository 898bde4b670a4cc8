import { describe, expect, it } from "vitest";
import { dueTone, sayDue, sayDueInFull } from "./due";

const style = { now: "2026-11-23T09:00", locale: "en-GB" };

describe("sayDue", () => {
  it.each([
    ["2026-11-23", "Today"],
    ["2026-11-23T17:00", "Today 17:00"],
    ["2026-11-24T09:15", "Tomorrow 09:15"],
    ["2026-11-22", "Yesterday"],
    ["2026-11-27", "Fri"],
    ["2026-11-30", "30 Nov"],
    ["2026-11-20", "20 Nov"],
    ["2027-01-04", "4 Jan 2027"],
  ])("says %s as %s", (due, said) => {
    expect(sayDue(due, style)).toBe(said);
  });

  it("follows the locale", () => {
    expect(sayDue("2026-11-23T17:00", { ...style, locale: "en-US" })).toMatch(/^Today 5:00.PM$/u);
  });

  it("says the whole date in full", () => {
    expect(sayDueInFull("2026-11-24T17:00", "en-GB")).toMatch(/^Tuesday,? 24 November 2026, 17:00$/);
  });
});

describe("dueTone", () => {
  it.each([
    ["2026-11-22", "overdue"],
    ["2026-11-23", "today"],
    ["2026-11-23T08:59", "overdue"],
    ["2026-11-23T09:00", "today"],
    ["2026-11-24", "later"],
  ])("takes %s for %s", (due, tone) => {
    expect(dueTone(due, style.now)).toBe(tone);
  });
});
