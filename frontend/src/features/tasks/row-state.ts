import { createStore, useStore } from "@/lib/cache/store";

export type Picker = "due" | "list";

interface RowState {
  /** The row that keys act on. */
  cursor: string | null;
  editing: string | null;
  picker: { id: string; kind: Picker } | null;
  selected: ReadonlySet<string>;
}

/** What is open or chosen among the rows of the page: one cursor, one editor, one picker. */
export const rows = createStore<RowState>({ cursor: null, editing: null, picker: null, selected: new Set() });

const patch = (change: Partial<RowState>) => rows.set((state) => ({ ...state, ...change }));

export const setCursor = (cursor: string | null) => patch({ cursor });
export const editTitle = (editing: string | null) => patch({ editing });
export const openPicker = (id: string, kind: Picker) => patch({ picker: { id, kind } });
export const closePicker = () => patch({ picker: null });
export const clearSelection = () => patch({ selected: new Set() });

export const toggleSelected = (id: string) =>
  rows.set((state) => {
    const selected = new Set(state.selected);
    if (!selected.delete(id)) selected.add(id);
    return { ...state, selected };
  });

export const useEditing = (id: string) => useStore(rows, (state) => state.editing === id);
export const useSelected = (id: string) => useStore(rows, (state) => state.selected.has(id));
export const useSelection = () => useStore(rows, (state) => state.selected);
export const usePicker = (id: string) => useStore(rows, (state) => (state.picker?.id === id ? state.picker.kind : null));

/** The row of a task in the page; draft and lingering rows included. */
export const rowSelector = (id: string) => `[data-task-row="${id}"]`;
export const rowElement = (id: string) => document.querySelector<HTMLElement>(rowSelector(id));
export const focusRow = (id: string) => {
  setCursor(id);
  rowElement(id)?.focus();
};
