import { useEffect, useEffectEvent } from "react";
import { createStore, useStore } from "@/lib/cache/store";

const STORAGE_KEY = "single-key-shortcuts";
const enabled = createStore(true);
if (typeof window !== "undefined") enabled.set(localStorage.getItem(STORAGE_KEY) !== "off");

export const useSingleKeys = () => useStore(enabled);
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(STORAGE_KEY, on ? "on" : "off");
  enabled.set(on);
}

/** Keys as "j", "?", "mod+k" (⌘ or Ctrl), "mod+shift+z", "Backspace"; a handler that returns false lets the key through. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void | false>;

export function keyName(event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey">): string {
  const mod = event.metaKey || event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return [mod && "mod", mod && event.shiftKey && "shift", key].filter(Boolean).join("+");
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Window-wide keys. Without a modifier they rest while someone types, in dialogs and menus, and when switched off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const name = keyName(event);
    const handler = shortcuts[name];
    if (!handler) return;
    if (!name.startsWith("mod+") && (isTyping(event.target) || !enabled.get() || inOverlay(event.target))) return;
    if (name.startsWith("mod+") && name !== "mod+k" && isTyping(event.target)) return;
    if (handler(event) !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

const inOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[role=dialog],[role=menu],[role=alertdialog],[role=listbox]") !== null;
