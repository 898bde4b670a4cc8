import { describe, expect, it } from "vitest";
import type { Receipt } from "@/lib/api/types";
import { sampleTask } from "@/testing/samples";
import { changesOf, headingOf } from "./card-words";

const style = { now: "2026-11-23T09:00", locale: "en-GB" };
const before = sampleTask({ title: "Report", due: "2026-11-23" });
const receipt = (fields: Partial<Receipt>): Receipt => ({ event_id: "e", turn_id: "t", action: "update", before, after: before, ...fields });
const moved = receipt({ after: { ...before, due: "2026-11-27" } });

describe("changesOf", () => {
  it("says only what changed, from and to", () => {
    expect(changesOf(moved, style)).toEqual([{ field: "due", from: "Today", to: "Fri" }]);
  });

  it("says what a new task carries", () => {
    const added = receipt({ action: "add", before: null, after: { ...before, priority: "high" } });
    expect(changesOf(added, style).map(({ to }) => to)).toEqual(["Today", "high priority"]);
  });

  it("says when a field was cleared", () => {
    expect(changesOf(receipt({ after: { ...before, due: null } }), style)).toEqual([{ field: "due", from: "Today", to: null }]);
  });
});

describe("headingOf", () => {
  it("counts several", () => {
    expect(headingOf([receipt({ action: "add" }), receipt({ action: "add" })])).toBe("Added 2 tasks");
  });

  it("names the kind of change", () => {
    expect(headingOf([moved])).toBe("Moved");
    expect(headingOf([receipt({ after: { ...before, title: "Paper" } })])).toBe("Renamed");
    expect(headingOf([receipt({ action: "complete" })])).toBe("Done");
  });
});
