import { useEffect } from "react";
import type { Priority, Task } from "@/lib/api/types";
import { setParams } from "@/lib/navigation/navigate";
import { useShortcuts } from "@/lib/keyboard/shortcuts";
import { clearSelection, editTitle, focusRow, openPicker, rowSelector, rows, toggleSelected } from "./row-state";
import type { TaskActions } from "./use-task-actions";

const PRIORITIES: Record<string, Priority> = { "1": "high", "2": "medium", "3": "low", "0": "none" };
const rowIds = () => [...document.querySelectorAll<HTMLElement>("[data-task-row]")].map((row) => row.dataset.taskRow ?? "");

/** The keys of the list. They act on the selected rows, or else on the row that has (or last had) the focus. */
export function useListKeys(tasks: Task[], actions: TaskActions): void {
  const current = () => tasks.find((task) => task.id === rows.get().cursor);
  const targets = () => {
    const chosen = tasks.filter((task) => rows.get().selected.has(task.id));
    const one = current();
    return chosen.length ? chosen : one ? [one] : [];
  };
  const each = (act: (task: Task) => unknown) => () => {
    const chosen = targets();
    chosen.forEach(act);
    clearSelection();
    return chosen.length ? undefined : false;
  };
  const one = (act: (task: Task) => void) => () => {
    const task = current();
    return task ? act(task) : false;
  };
  const step = (by: number) => () => {
    const ids = rowIds();
    const at = ids.indexOf(rows.get().cursor ?? "");
    const next = ids[at < 0 ? (by > 0 ? 0 : ids.length - 1) : Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (next) focusRow(next);
  };
  const priority = (key: string) => each((task) => actions.patch(task, { priority: PRIORITIES[key] }));

  useShortcuts({
    j: step(1),
    k: step(-1),
    x: one((task) => toggleSelected(task.id)),
    d: each((task) => (task.status === "done" ? actions.reopen(task) : actions.complete(task))),
    e: one((task) => editTitle(task.id)),
    t: one((task) => openPicker(task.id, "due")),
    l: one((task) => openPicker(task.id, "list")),
    "1": priority("1"),
    "2": priority("2"),
    "3": priority("3"),
    "0": priority("0"),
    Backspace: each((task) => actions.remove(task)),
    Delete: each((task) => actions.remove(task)),
    Enter: (event) => {
      const row = (event.target as HTMLElement).dataset?.taskRow;
      return row ? setParams({ task: row }) : false;
    },
    Escape: () => (rows.get().selected.size ? clearSelection() : false),
  });
  useFocusKeeper();
}

/** When the focused row moves to another place, it keeps the focus; when it leaves, its neighbour takes it. Keys go on working. */
function useFocusKeeper(): void {
  useEffect(() => {
    let order = rowIds();
    const observer = new MutationObserver((records) => {
      const now = rowIds();
      const { cursor } = rows.get();
      if (cursor !== null && document.activeElement === document.body && records.some((record) => tookAway(record, cursor))) {
        const next = now.includes(cursor) ? cursor : now[Math.min(order.indexOf(cursor), now.length - 1)];
        if (next) focusRow(next);
      }
      order = now;
    });
    const main = document.querySelector("main");
    if (main) observer.observe(main, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);
}

const tookAway = ({ removedNodes }: MutationRecord, id: string) =>
  [...removedNodes].some((node) => node instanceof Element && (node.matches(rowSelector(id)) || node.querySelector(rowSelector(id))));
