const UNITS: Record<string, string> = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" };
const DAYS: Record<string, string> = { MO: "Mon", TU: "Tue", WE: "Wed", TH: "Thu", FR: "Fri", SA: "Sat", SU: "Sun" };
const ORDINALS: Record<string, string> = { "1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last" };
const WORKDAYS = "MO,TU,WE,TH,FR";


const fields = (rule: string): Record<string, string | undefined> =>
  Object.fromEntries(
    rule
      .replace(/^RRULE:/, "")
      .split(";")
      .map((part) => part.split("=") as [string, string]),
  );

/** An RRULE (RFC 5545, section 3.3.10) in words: "every 2 weeks on Tue", "every weekday". */
export function sayRepeat(rule: string): string {
  const { FREQ = "", INTERVAL = "1", BYDAY, BYMONTHDAY, COUNT, UNTIL } = fields(rule);
  const unit = UNITS[FREQ];
  if (!unit) return "repeats";
  const end = COUNT ? `, ${COUNT} times` : UNTIL ? `, until ${UNTIL.slice(0, 4)}-${UNTIL.slice(4, 6)}-${UNTIL.slice(6, 8)}` : "";
  if (FREQ === "WEEKLY" && INTERVAL === "1" && BYDAY === WORKDAYS) return `every weekday${end}`;
  const every = INTERVAL === "1" ? `every ${unit}` : `every ${INTERVAL} ${unit}s`;
  if (FREQ === "WEEKLY" && INTERVAL === "1" && BYDAY) return `every ${sayDays(BYDAY)}${end}`;
  if (BYDAY) return `${every} on ${sayDays(BYDAY)}${end}`;
  if (BYMONTHDAY) return `${every} on ${BYMONTHDAY === "-1" ? "the last day" : `day ${BYMONTHDAY}`}${end}`;
  return every + end;
}

const sayDays = (days: string) =>
  days
    .split(",")
    .map((day) => {
      const [, ordinal, name = ""] = /^(-?\d+)?([A-Z]{2})$/.exec(day) ?? [];
      return ordinal ? `the ${ORDINALS[ordinal] ?? `${ordinal}th`} ${DAYS[name]}` : (DAYS[name] ?? day);
    })
    .join(", ");

export const REPEAT_PRESETS = [
  { rule: "FREQ=DAILY", label: "Every day" },
  { rule: `FREQ=WEEKLY;BYDAY=${WORKDAYS}`, label: "Every weekday" },
  { rule: "FREQ=WEEKLY", label: "Every week" },
  { rule: "FREQ=WEEKLY;INTERVAL=2", label: "Every 2 weeks" },
  { rule: "FREQ=MONTHLY", label: "Every month" },
  { rule: "FREQ=YEARLY", label: "Every year" },
] as const;
