import { useSyncExternalStore } from "react";
import { useLayout } from "./layout-state";

const WIDE = "(min-width: 48rem)";

function subscribe(listener: () => void) {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the conversation can be seen: beside the tasks, or on a phone in their place. */
export function useChatShown(): boolean {
  const { chatOpen, phonePane } = useLayout();
  const wide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
  return wide ? chatOpen : phonePane === "chat";
}
