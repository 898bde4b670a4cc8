import { expect, it } from "vitest";
import { sayRepeat } from "./repeat";

it.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"],
  ["FREQ=WEEKLY;BYDAY=TU", "every Tue"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every 2 weeks on Tue, Thu"],
  ["FREQ=MONTHLY;BYMONTHDAY=15", "every month on day 15"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"],
  ["FREQ=MONTHLY;BYDAY=1MO", "every month on the first Mon"],
  ["FREQ=YEARLY;COUNT=3", "every year, 3 times"],
  ["FREQ=DAILY;UNTIL=20261231T000000Z", "every day, until 2026-12-31"],
  ["X", "repeats"],
])("says %s as “%s”", (rule, said) => {
  expect(sayRepeat(rule)).toBe(said);
});
