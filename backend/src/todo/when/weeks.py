"""Stretches of the calendar: "this week", "next month", "the weekend", "the rest of the year", "week of october 6"."""

from dataclasses import replace

from . import months
from .calendar import MONTHS, month_end, plus_days, plus_months, week_start
from .dates import find as date_at
from .days import find as day_at
from .piece import Days, Grain
from .tokens import Sentence
from .weekday import LAST, NEXT, THIS

BEFORE_WEEKEND = ("on", "at", "for", "by", "before", "until", "till")
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}
BEFORE_MONTH = ("in", "by", "before", "until", "till", "during", "since", "after")


def find(s: Sentence, i: int) -> tuple[Days, int] | None:
    start = i
    i = s.skip(i, "in", "during", "over", "within", "sometime", "later")
    introduced = i > start
    i = s.skip(i, "the")
    relation, j = "", i
    if s.word(j) in LAST and s.word(j + 1) in ("week", "weekend", "month", "quarter", "year"):
        return _past(s, s.word(j + 1), j + 2)
    while j - i < 3 and (s.word(j) in NEXT or s.word(j) in THIS or s.word(j) in ("current", "rest")):
        if s.word(j) == "rest":
            k = s.skip(s.skip(j + 1, "of"), "the")
            return _rest_of(s, k)
        relation = "next" if s.word(j) in NEXT else "this"
        j += 1
    unit = s.word(j)
    if unit == "weekend":
        named = relation or i > start or s.word(i - 1) in BEFORE_WEEKEND
        return _weekend(s, relation, j + 1) if named or s.closes(j + 1) else None
    if unit == "week" and s.word(j + 1) == "-" and s.word(j + 2) == "end":
        return _weekend(s, relation, j + 3)
    if unit in ("week", "month", "quarter", "year"):
        return _unit(s, unit, relation, j + 1)
    numbered = months.year(s, i, introduced) or months.quarter(s, i, introduced)
    if numbered:
        return numbered
    if relation or s.word(i - 1) in BEFORE_MONTH or i > start or s.word(i) in MONTHS:
        introduced = introduced or s.word(i - 1) in BEFORE_MONTH
        return months.find(s, j, relation, introduced) or months.season(s, j, introduced or relation != "")
    return None


def _unit(s: Sentence, unit: str, relation: str, end: int) -> tuple[Days, int] | None:
    if not relation:
        if unit in ("week", "month", "year") and s.phrase(end, ("after", "next")):
            return _shifted(s, unit, 2, end + 2)
        dated = (date_at(s, end + 1) or day_at(s, end + 1)) if unit == "week" and s.word(end) == "of" else None
        if dated and dated[0].days:
            start = week_start(dated[0].days.start)
            last = plus_days(start, 6)
            return (Days(start, last, dated[0].days.start, "week"), dated[1]) if last else None
        return None
    return _shifted(s, unit, 1 if relation == "next" else 0, end)


def _shifted(s: Sentence, unit: str, count: int, end: int) -> tuple[Days, int] | None:
    now = current(s, unit)
    if not count:
        return now, end
    grain = now.grain
    if unit == "week":
        start = plus_days(now.start, 7 * count)
        last = plus_days(start, 6) if start else None
    else:
        size = MONTHS_IN[unit]
        start = plus_months(now.start, size * count)
        after = plus_months(start, size) if start else None
        last = plus_days(after, -1) if after else None
    return (Days(start, last, start, grain), end) if start and last else None


def _past(s: Sentence, unit: str, end: int) -> tuple[Days, int] | None:
    if unit == "weekend":
        saturday = plus_days(week_start(s.today), -2)
        sunday = plus_days(week_start(s.today), -1)
        return (Days(saturday, sunday, saturday, "past"), end) if saturday and sunday else None
    found = _shifted(s, unit, -1, end)
    return (replace(found[0], grain="past"), end) if found else None


def current(s: Sentence, unit: str) -> Days:
    """The stretch that today is in; a task for it is due at its end, for a week on its Friday while that is ahead."""
    today = s.today
    if unit == "day":
        return Days(today, today, today, "eod")
    if unit == "week":
        start = week_start(today)
        end = plus_days(start, 6) or today
        friday = plus_days(start, 4) or today
        return Days(start, end, friday if today <= friday else end, "week")
    size = MONTHS_IN[unit]
    month = 1 if unit == "year" else today.month - (today.month - 1) % size
    start = today.replace(month=month, day=1)
    last = month_end(start.replace(month=month + size - 1))
    grain: Grain = "year" if unit == "year" else "month"
    return Days(start, last, last, grain)


def _rest_of(s: Sentence, i: int) -> tuple[Days, int] | None:
    i = s.skip(i, "this")
    if s.word(i) not in ("day", "week", "month", "year"):
        return None
    now = current(s, s.word(i))
    return Days(s.today, now.end, now.end), i + 1


def _weekend(s: Sentence, relation: str, end: int) -> tuple[Days, int] | None:
    """Saturday and Sunday; on a Sunday "this weekend" is that day."""
    saturday = plus_days(week_start(s.today), 5 if relation != "next" else 12)
    if s.phrase(end, ("after", "next")):
        saturday, end = plus_days(week_start(s.today), 12), end + 2
    sunday = plus_days(saturday, 1) if saturday else None
    if saturday is None or sunday is None:
        return None
    return Days(saturday, sunday, max(saturday, s.today), "week"), end
