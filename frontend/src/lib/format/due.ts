import { daysBetween, formatDay } from "./day";

export interface DueStyle {
  /** The local date and time now, as `localNow` gives it. */
  now: string;
  locale: string;
}

export type DueTone = "overdue" | "today" | "later";

export const dateOf = (due: string) => due.slice(0, 10);
export const timeOf = (due: string): string | null => (due.length > 10 ? due.slice(11, 16) : null);

export function dueTone(due: string, now: string): DueTone {
  const days = daysBetween(now, due);
  if (days < 0 || (days === 0 && due.length > 10 && due < now)) return "overdue";
  return days === 0 ? "today" : "later";
}

/** As a person says it: "Today 17:00", "Tomorrow", "Fri", "24 Dec", "4 Jan 2027". */
export function sayDue(due: string, { now, locale }: DueStyle): string {
  const time = timeOf(due);
  const said = sayDay(dateOf(due), { now, locale });
  return time ? `${said} ${sayTime(time, locale)}` : said;
}

export function sayDay(day: string, { now, locale }: DueStyle): string {
  const days = daysBetween(now, day);
  if (days === 0) return "Today";
  if (days === 1) return "Tomorrow";
  if (days === -1) return "Yesterday";
  if (days > 1 && days < 7) return formatDay(day, locale, { weekday: "short" });
  const sameYear = day.slice(0, 4) === now.slice(0, 4);
  return formatDay(day, locale, { day: "numeric", month: "short", year: sameYear ? undefined : "numeric" });
}

export function sayTime(time: string, locale: string): string {
  const instant = Date.parse(`2000-01-01T${time}:00Z`);
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", timeStyle: "short" }).format(instant);
}

/** In full, for tooltips and screen readers: "Tuesday, 24 November 2026 at 17:00". */
export function sayDueInFull(due: string, locale: string): string {
  const day = formatDay(dateOf(due), locale, { dateStyle: "full" });
  const time = timeOf(due);
  return time ? `${day}, ${sayTime(time, locale)}` : day;
}
