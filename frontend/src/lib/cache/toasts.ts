import { createStore, useStore } from "./store";

export interface Toast {
  id: number;
  text: string;
  tone: "info" | "error";
  seconds: number;
  action?: { label: string; run: () => void };
}

const MOST = 2;
const toasts = createStore<Toast[]>([]);
let next = 1;

export const useToasts = () => useStore(toasts);
export const dismissToast = (id: number) => toasts.set((all) => all.filter((toast) => toast.id !== id));

/** What can be undone stays ten seconds and beside another; the rest stays six, and only the newest of it. */
export function toast(text: string, options: Partial<Pick<Toast, "tone" | "action">> = {}): void {
  const seconds = options.action ? 10 : 6;
  const added: Toast = { id: next++, text, tone: "info", seconds, ...options };
  toasts.set((all) => [...all.filter(({ action }) => action).slice(1 - MOST), added]);
}
