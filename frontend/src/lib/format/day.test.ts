import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, localNow, weekStart, weekday } from "./day";

describe("localNow", () => {
  const instant = new Date("2026-11-23T23:30:00Z");

  it("is the wall clock of the zone, whatever the zone of this machine", () => {
    expect(localNow("Europe/Berlin", instant)).toBe("2026-11-24T00:30");
    expect(localNow("America/Los_Angeles", instant)).toBe("2026-11-23T15:30");
  });

  it("writes midnight as 00", () => {
    expect(localNow("UTC", new Date("2026-11-24T00:05:00Z"))).toBe("2026-11-24T00:05");
  });
});

it("adds days over months, years and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});

it("counts days over the change of the clocks", () => {
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2026-03-28T23:00", "2026-03-30T01:00")).toBe(2);
});

it("goes to the first of a month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-01");
  expect(addMonths("2026-01-31", -1)).toBe("2025-12-01");
});

it("knows weekdays and where weeks begin", () => {
  expect(weekday("2026-11-23")).toBe(1);
  expect(weekStart("en-US")).toBe(0);
  expect(weekStart("de-DE")).toBe(1);
});
