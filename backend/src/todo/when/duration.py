"""Lengths of time: "5 minutes", "half an hour", "an hour and a half", "2 months, 5 days", "1h30", "3 business days"."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from .calendar import plus_days, plus_months
from .numbers import quantity
from .tokens import Sentence

Unit = Literal["second", "minute", "hour", "day", "workday", "week", "month", "year"]
NAMES: tuple[tuple[Unit, int, str], ...] = (
    ("second", 1, "second seconds sec secs"),
    ("minute", 1, "minute minutes min mins mintues"),
    ("hour", 1, "hour hours hr hrs h"),
    ("day", 1, "day days d"),
    ("week", 1, "week weeks wk wks w"),
    ("week", 2, "fortnight fortnights"),
    ("month", 1, "month months mo mos mth mths"),
    ("month", 3, "quarter quarters"),
    ("year", 1, "year years yr yrs y"),
    ("year", 10, "decade decades"),
)
UNITS = {name: (unit, factor) for unit, factor, names in NAMES for name in names.split()}
LETTERS = frozenset("hdwym")
WORK = ("business", "working", "work")


@dataclass(frozen=True, slots=True)
class Duration:
    """Calendar parts and clock parts kept apart: a day may have 23 hours."""

    months: int = 0
    days: int = 0
    seconds: int = 0
    workdays: int = 0

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(
            self.months + other.months,
            self.days + other.days,
            self.seconds + other.seconds,
            self.workdays + other.workdays,
        )

    def __neg__(self) -> "Duration":
        return Duration(-self.months, -self.days, -self.seconds, -self.workdays)

    def from_day(self, start: date) -> date | None:
        """That much later, in whole days; None outside the calendar."""
        day = plus_months(start, self.months)
        day = plus_days(day, self.days) if day else None
        if day and self.workdays:
            day = _plus_workdays(day, self.workdays)
        return day

    def from_now(self, now: datetime) -> datetime | None:
        """That much later; hours and minutes are elapsed time, also across a change of the clocks (`now` is aware)."""
        day = self.from_day(now.date())
        if day is None:
            return None
        try:
            there = datetime.combine(day, now.timetz())
            zone = now.tzinfo
            return (there.astimezone(UTC) + timedelta(seconds=self.seconds)).astimezone(zone)
        except (OverflowError, ValueError):
            return None


def find(s: Sentence, i: int) -> tuple[Duration, int] | None:
    """One or more amounts in a row, joined by nothing, a comma or "and"."""
    first = _amount(s, i)
    if first is None:
        return None
    total, end = first
    for _ in range(3):
        j = s.skip(s.skip(end, ","), "and")
        more = _amount(s, j) or (_glued_minutes(s, end) if j == end else None)
        if more is None:
            break
        total, end = total + more[0], more[1]
    return total, end


def unit_at(s: Sentence, i: int) -> tuple[Unit, int, int] | None:
    """(unit, how many of it, end) of the word at `i`; a lone letter only right after a figure."""
    word = s.word(i)
    if word in WORK and s.word(i + 1) in ("day", "days"):
        return "workday", 1, i + 2
    if word in ("workday", "workdays"):
        return "workday", 1, i + 1
    if word.endswith(("s'", "'s")):
        word = word.rstrip("s").rstrip("'") if word.endswith("'s") else word[:-1]
    found = UNITS.get(word)
    if found is None or (word in LETTERS and not (s.at(i).glued or s.word(i + 1) in ("", ","))):
        return None
    if word in LETTERS and s.at(i - 1).kind != "figure":
        return None
    return found[0], found[1], i + 1


def of(unit: Unit, number: float) -> Duration | None:
    """So many units; halves only where the smaller unit has them ("half a year", not "half a month")."""
    if number > 1_000_000:
        return None
    match unit:
        case "second":
            return Duration(seconds=round(number))
        case "minute":
            return Duration(seconds=round(number * 60))
        case "hour":
            return Duration(seconds=round(number * 3600))
        case "day":
            return Duration(days=int(number)) if number == int(number) else Duration(seconds=round(number * 86400))
        case "workday":
            return Duration(workdays=round(number))
        case "week":
            return Duration(days=round(number * 7))
        case "month":
            return Duration(months=int(number), days=round((number - int(number)) * 30))
        case "year":
            return Duration(months=round(number * 12))


def _amount(s: Sentence, i: int) -> tuple[Duration, int] | None:
    number = quantity(s, i)
    if number is None:
        return None
    value, j = number
    half = s.phrase(j, ("and", "a", "half")) or s.phrase(j, ("1/2",))
    if half:
        value, j = value + 0.5, half
    j = s.skip(j, "-", "full", "whole", "more", "of", "other")
    unit = unit_at(s, j)
    if unit is None:
        return None
    name, factor, end = unit
    half = s.phrase(end, ("and", "a", "half"))
    amount = of(name, (value + (0.5 if half else 0)) * factor)
    return (amount, half or end) if amount else None


def _glued_minutes(s: Sentence, i: int) -> tuple[Duration, int] | None:
    """The 30 of "1h30"."""
    minutes = s.digits(i) if s.at(i).glued and s.word(i - 1) in ("h", "hr") else None
    return (Duration(seconds=60 * minutes), i + 1) if minutes is not None and minutes < 60 else None


def _plus_workdays(day: date, count: int) -> date | None:
    step = 1 if count > 0 else -1
    found: date | None = day
    for _ in range(min(abs(count), 2_000)):
        found = plus_days(found, step) if found else None
        while found and found.weekday() >= 5:
            found = plus_days(found, step)
    return found
