/** Calendar days as ISO strings ("2026-11-24"): no clock, no zone, no midnight to get wrong. */

const DAY = 86_400_000;
const toUtc = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
const toDay = (utc: number) => new Date(utc).toISOString().slice(0, 10);

/** The local date and time in `zone`, as "2026-11-24T17:00". */
export function localNow(zone: string, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

export const addDays = (day: string, count: number) => toDay(toUtc(day) + count * DAY);
export const daysBetween = (from: string, to: string) => Math.round((toUtc(to) - toUtc(from)) / DAY);

/** 0 is Sunday. */
export const weekday = (day: string) => new Date(toUtc(day)).getUTCDay();

export function addMonths(day: string, count: number): string {
  const date = new Date(toUtc(day));
  return toDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
}

export function formatDay(day: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(toUtc(day));
}

/** The first day of the week in `locale` (0 is Sunday); Monday where the browser cannot tell. */
export function weekStart(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  return (info.getWeekInfo?.().firstDay ?? info.weekInfo?.firstDay ?? 1) % 7;
}
