import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type View, parseView, viewPath } from "./view";

/**
 * Views change without a request to the server: the History API is what the router follows, so links, back and
 * reload all work, and the conversation keeps running.
 */
export function openView(view: View): void {
  const target = new URL(viewPath(view), location.origin);
  const thread = new URLSearchParams(location.search).get("thread");
  if (thread) target.searchParams.set("thread", thread);
  if (target.pathname + target.search === location.pathname + location.search) return;
  window.history.pushState(null, "", target);
}

/** Sets (or with null removes) parameters of the address; `replace` leaves no step for Back. */
export function setParams(values: Record<string, string | null>, { replace = false } = {}): void {
  const target = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) target.searchParams.delete(name);
    else target.searchParams.set(name, value);
  }
  if (target.href === location.href) return;
  if (replace) window.history.replaceState(null, "", target);
  else window.history.pushState(null, "", target);
}

export function useView(): View {
  const pathname = usePathname();
  const q = useSearchParams().get("q");
  return useMemo(() => {
    const segments = pathname.split("/").filter(Boolean).map(decodeURIComponent);
    return parseView(segments, q) ?? { kind: "today" };
  }, [pathname, q]);
}

export const useParam = (name: string) => useSearchParams().get(name);
