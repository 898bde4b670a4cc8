import type { TaskFilter, TaskSort } from "@/lib/api/tasks";
import type { List } from "@/lib/api/types";

export const VIEW_NAMES = { today: "Today", inbox: "Inbox", upcoming: "Upcoming", all: "All", done: "Done", trash: "Trash" };
export type ViewName = keyof typeof VIEW_NAMES;

export type View =
  | { kind: ViewName }
  | { kind: "list"; id: string }
  | { kind: "tag"; tag: string }
  | { kind: "search"; q: string };

/** The view that an address names: "/today", "/list/<id>", "/tag/<tag>", "/search?q=…"; null for none. */
export function parseView(segments: string[], q: string | null): View | null {
  const [first = "today", second, ...more] = segments;
  if (more.length) return null;
  if (first === "list" && second) return { kind: "list", id: second };
  if (first === "tag" && second) return { kind: "tag", tag: second };
  if (second) return null;
  if (first === "search") return { kind: "search", q: q ?? "" };
  return first in VIEW_NAMES ? { kind: first as ViewName } : null;
}

export function viewPath(view: View): string {
  if (view.kind === "list") return `/list/${view.id}`;
  if (view.kind === "tag") return `/tag/${encodeURIComponent(view.tag)}`;
  if (view.kind === "search") return view.q ? `/search?q=${encodeURIComponent(view.q)}` : "/search";
  return `/${view.kind}`;
}

export const sameView = (a: View, b: View) => viewPath(a) === viewPath(b);

/** Sorts that a person can choose; the other views have an order of their own. */
export const SORTS = { due: "Date", "-priority": "Priority", "-created": "Newest first" } as const;
export type ChosenSort = keyof typeof SORTS;
export const isSortable = (view: View) => ["inbox", "all", "list", "tag"].includes(view.kind);

/** What to ask the server for; null while the list of a list view is not known yet. */
export function filterOf(view: View, today: string, lists: List[] | undefined, sort: TaskSort = "due"): TaskFilter | null {
  switch (view.kind) {
    case "today":
      return { status: "open", due_to: today, sort: "due" };
    case "inbox":
      return { status: "open", list: "none", sort };
    case "upcoming":
      return { status: "open", due_from: today, sort: "due" };
    case "all":
      return { status: "open", sort };
    case "done":
      return { status: "done", sort: "-completed" };
    case "trash":
      return { status: "deleted", sort: "-updated" };
    case "tag":
      return { status: "open", tag: view.tag, sort };
    case "search":
      return view.q.trim() ? { status: "all", q: view.q.trim(), sort: "-updated" } : null;
    case "list": {
      const list = lists?.find((each) => each.id === view.id);
      return list ? { status: "open", list: list.name, sort } : null;
    }
  }
}
