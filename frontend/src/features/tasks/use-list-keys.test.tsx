// @vitest-environment happy-dom
import { cleanup, render, waitFor } from "@testing-library/react";
import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, it } from "vitest";
import { sampleTask } from "@/testing/samples";
import { focusRow, rowElement } from "./row-state";
import { useListKeys } from "./use-list-keys";
import { taskActions } from "./use-task-actions";

const [milk, bread, ferns] = [sampleTask({ title: "milk" }), sampleTask({ title: "bread" }), sampleTask({ title: "ferns" })];
const actions = taskActions(new QueryClient());
type Section = { day: string; ids: string[] };

function List({ sections }: { sections: Section[] }) {
  useListKeys([milk, bread, ferns], actions);
  return sections.map(({ day, ids }) => (
    <ul key={day}>
      {ids.map((id) => (
        <li key={id} data-task-row={id} tabIndex={-1} />
      ))}
    </ul>
  ));
}

/** The list in the `main` of a page, as the keys look for it. */
function show(sections: Section[]) {
  const container = document.body.appendChild(document.createElement("main"));
  const { rerender } = render(<List sections={sections} />, { container });
  return (next: Section[]) => rerender(<List sections={next} />);
}

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

it("keeps the focus on a row that moves to another section", async () => {
  const change = show([
    { day: "today", ids: [milk.id, bread.id] },
    { day: "tomorrow", ids: [ferns.id] },
  ]);
  focusRow(milk.id);
  change([
    { day: "today", ids: [bread.id] },
    { day: "tomorrow", ids: [milk.id, ferns.id] },
  ]);
  await waitFor(() => expect(document.activeElement).toBe(rowElement(milk.id)));
});

it("hands the focus to the neighbour of a row that leaves", async () => {
  const change = show([{ day: "today", ids: [milk.id, bread.id] }]);
  focusRow(milk.id);
  change([{ day: "today", ids: [bread.id] }]);
  await waitFor(() => expect(document.activeElement).toBe(rowElement(bread.id)));
});
