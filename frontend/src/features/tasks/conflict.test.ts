import { expect, it } from "vitest";
import { sampleTask } from "@/testing/samples";
import { differences } from "./conflict";

const style = { now: "2026-11-23T09:00", locale: "en-GB" };
const current = sampleTask({ title: "Theirs", due: "2026-11-27", tags: ["home"] });

it("sets the person's edit against what is stored, in words", () => {
  const edit = { version: 1, title: "Mine", due: null, tags: [] };
  expect(differences(edit, current, style)).toEqual([
    { field: "Title", yours: "Mine", theirs: "Theirs" },
    { field: "Due", yours: "none", theirs: "Fri" },
    { field: "Tags", yours: "none", theirs: "#home" },
  ]);
});

it("is silent about fields that were not touched or are equal", () => {
  expect(differences({ version: 1, title: "Theirs" }, current, style)).toEqual([]);
});
