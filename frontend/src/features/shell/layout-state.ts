import { createStore, useStore } from "@/lib/cache/store";

interface Layout {
  chatOpen: boolean;
  /** Pixels; only where the conversation stands beside the tasks. */
  chatWidth: number;
  /** On a phone one of the two is seen at a time. */
  phonePane: "tasks" | "chat";
  drawer: boolean;
  palette: boolean;
  cheatSheet: boolean;
}

const STORAGE_KEY = "layout";
export const NARROWEST_CHAT = 320;
export const WIDEST_CHAT = 640;

const initial: Layout = { chatOpen: true, chatWidth: 384, phonePane: "tasks", drawer: false, palette: false, cheatSheet: false };
const layout = createStore<Layout>(initial);

export const useLayout = () => useStore(layout);
export const getLayout = () => layout.get();

export function setLayout(change: Partial<Layout>): void {
  layout.set((state) => ({ ...state, ...change }));
  const { chatOpen, chatWidth } = layout.get();
  localStorage.setItem(STORAGE_KEY, JSON.stringify({ chatOpen, chatWidth }));
}

/** Takes over what was chosen on an earlier visit; called once the page is in the browser. */
export function restoreLayout(): void {
  try {
    const saved = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}") as Partial<Layout>;
    if (typeof saved.chatOpen === "boolean") setLayout({ chatOpen: saved.chatOpen });
    if (typeof saved.chatWidth === "number") setLayout({ chatWidth: clampWidth(saved.chatWidth) });
  } catch {
    localStorage.removeItem(STORAGE_KEY);
  }
}

export const clampWidth = (width: number) => Math.min(WIDEST_CHAT, Math.max(NARROWEST_CHAT, Math.round(width)));

export const isPhone = () => !window.matchMedia("(min-width: 48rem)").matches;

export function showChat(open: boolean): void {
  setLayout(isPhone() ? { phonePane: open ? "chat" : "tasks" } : { chatOpen: open });
}
export const isChatShown = ({ chatOpen, phonePane }: Layout) => (isPhone() ? phonePane === "chat" : chatOpen);
