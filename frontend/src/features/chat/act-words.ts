import type { Approval } from "@/lib/api/types";
import { type DueStyle, sayDue } from "@/lib/format/due";
import { sayRepeat } from "@/lib/format/repeat";

export type Act = Approval["actions"][number];

const isReopening = ({ tool, arguments: given }: Act) => tool === "complete_task" && given.done === false;

/** The one verb of all acts, or "Change" where they differ. */
export function verbOf(acts: Act[]): string {
  const verbs = new Set(acts.map((act) => (isReopening(act) ? "Reopen" : (VERBS[act.tool] ?? "Change"))));
  const [only] = verbs;
  return verbs.size === 1 && only ? only : "Change";
}

const VERBS: Record<string, string> = { delete_task: "Delete", complete_task: "Complete", update_task: "Change", add_task: "Add" };

/** What an act would do to its task: "Delete", "Move to Fri · high priority". */
export function sayAct(act: Act, style: DueStyle): string {
  if (act.tool !== "update_task") return verbOf([act]);
  const words = Object.entries(act.arguments).flatMap(([field, value]) => CHANGES[field]?.(wordsOf(value), style) ?? []);
  const said = words.join(" · ");
  return said ? said.charAt(0).toUpperCase() + said.slice(1) : "Change";
}

/** Arguments are the tool's: a field is cleared by the word "none", and what no ISO date or rule says is said in words. */
const CLEARED = "none";
const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);

const CHANGES: Record<string, (value: string[], style: DueStyle) => string | null> = {
  title: ([title]) => `rename to “${title}”`,
  due: ([due = ""], style) => (due === CLEARED ? "no date" : `move to ${/^\d{4}-/.test(due) ? sayDue(due, style) : due}`),
  repeat: ([rule = ""]) => (rule === CLEARED ? "no longer repeat" : /FREQ=/.test(rule) ? sayRepeat(rule) : rule),
  priority: ([priority]) => (priority === CLEARED ? "no priority" : `${priority} priority`),
  list: ([list]) => (list === CLEARED ? "move to Inbox" : `move to the list ${list}`),
  add_tags: (tags) => tags.map((tag) => `#${tag}`).join(" "),
  remove_tags: (tags) => (tags[0] === CLEARED ? "no tags" : `no ${tags.map((tag) => `#${tag}`).join(" ")}`),
  description: ([text]) => (text === CLEARED ? "no notes" : "new notes"),
  note: () => "a note more",
};
