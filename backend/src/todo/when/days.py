"""Days told from today: "tomorrow", "the day after tomorrow", "next friday", "mon.", "last monday of march", holidays."""

from dataclasses import replace
from datetime import date, timedelta

from .calendar import (
    MONTHS,
    WEEKDAYS,
    day_of,
    month_end,
    next_month_day,
    nth_weekday,
    plus_days,
    plus_months,
    week_start,
    weekday_after,
    weekday_from,
)
from .dates import closes, month_at, year_at
from .holidays import named, upcoming
from .numbers import ordinal
from .piece import Clock, Days, Hit, Piece
from .tokens import Sentence

RELATIVE = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "tmw": 1,
    "tomorow": 1,
    "tommorow": 1,
    "tommorrow": 1,
    "tomorrows": 1,
    "2moro": 1,
    "2morrow": 1,
    "yesterday": -1,
}
DOUBTFUL = frozenset("sun sat wed mon".split())
NEXT = ("next", "following")
THIS = ("this", "coming", "upcoming")
LAST = ("last", "past", "previous")
EVIDENCE = frozenset("on by next this every until till before due from to for @ last coming after since".split())


def find(s: Sentence, i: int) -> Hit | None:
    start = i
    i = s.skip(i, "the")
    return _relative(s, i) or _of_month(s, i) or _weekday(s, i) or _holiday(s, i) or _named_day(s, start)


def possessive(s: Sentence, i: int) -> str:
    """The word at `i` without its "'s"."""
    return s.word(i).removesuffix("'s")


def _relative(s: Sentence, i: int) -> Hit | None:
    word = possessive(s, i)
    if word in ("later", "earlier") and s.word(i + 1) == "today":
        return _piece(s.today, i + 2)
    if word == "day" and s.word(i + 1) == "after" and s.word(i + 2) in ("tomorrow", "tmrw"):
        return _piece(plus_days(s.today, 2), i + 3)
    if word == "day" and s.word(i + 1) == "before" and s.word(i + 2) == "yesterday":
        return _piece(plus_days(s.today, -2), i + 3)
    if word in ("next", "following") and s.word(i + 1) == "day":
        return _piece(plus_days(s.today, 1), i + 2)
    if word == "next" and s.word(i + 1) in ("weekday", "workday", "business", "working"):
        end = i + 2 if s.word(i + 1).endswith("day") else s.skip(i + 2, "day")
        day = plus_days(s.today, 1)
        return _piece(_workday_from(day), end) if day else None
    if word == "this" and s.word(i + 1) == "time":
        hit = _relative(s, i + 2)
        return (replace(hit[0], clock=Clock(s.now.time().replace(second=0, microsecond=0, fold=0))), hit[1]) if hit else None
    if word == "2" and s.word(i + 1) in ("moro", "morrow") and s.at(i + 1).glued:
        return _piece(plus_days(s.today, 1), i + 2)
    if word not in RELATIVE:
        return None
    day = plus_days(s.today, RELATIVE[word])
    end = i + 1
    if word == "yesterday":
        days = Days.of(day, "past")
        return (Piece(days=days), end) if days else None
    if word == "tomorrow" and s.word(end) == "week":
        day, end = plus_days(s.today, 8), end + 1
    return _piece(day, end)


def _weekday(s: Sentence, i: int) -> Hit | None:
    """ "friday", "next tue", "this coming monday", "friday week", "monday after next", "friday 23", "mon."."""
    relation, j = "", i
    if s.word(i) in LAST and s.word(i + 1) in WEEKDAYS:
        days = Days.of(_weekday_day(s.today, WEEKDAYS[s.word(i + 1)], "last"), "past")
        return (Piece(days=days), i + 2) if days else None
    while s.word(j) in NEXT or s.word(j) in THIS:
        relation = "next" if s.word(j) in NEXT else "this" if s.word(j) == "this" else "coming"
        j += 1
    weekday = WEEKDAYS.get(possessive(s, j))
    if weekday is None or s.at(j).glued and s.at(j - 1).kind in ("word", "figure"):
        return None
    end = j + 1
    if s.word(end) == "." and s.at(end).glued and s.at(end + 1).kind != "end" and not s.word(j).endswith("day"):
        end += 1
    numbered = _weekday_with_number(s, weekday, end)
    if numbered:
        return numbered
    if s.phrase(end, ("after", "next")):
        day = weekday_after(s.today, weekday)
        return _piece(plus_days(day, 7) if day else None, end + 2)
    day = _weekday_day(s.today, weekday, relation)
    if s.word(end) == "week" and s.word(end + 1) not in ("after", "of"):
        return _piece(plus_days(day, 7) if day else None, end + 1)
    days = Days.of(day, "date" if relation == "next" else "weekday")
    if days is None or s.word(end - 1) in DOUBTFUL and not relation and not _evident(s, i, end):
        return None
    return Piece(days=days, sure=s.word(end - 1) not in DOUBTFUL or relation != "" or s.word(i - 1) in EVIDENCE), end


def _weekday_day(today: date, weekday: int, relation: str) -> date | None:
    """Bare: strictly later than today. "this": today counts. "next": in the week that starts next Monday."""
    if relation == "next":
        monday = plus_days(week_start(today), 7)
        return plus_days(monday, weekday) if monday else None
    if relation == "last":
        return plus_days(today, -((today.weekday() - weekday - 1) % 7 + 1))
    return weekday_from(today, weekday) if relation == "this" else weekday_after(today, weekday)


def _weekday_with_number(s: Sentence, weekday: int, i: int) -> Hit | None:
    """ "friday 23", "tuesday the eleventh": the next such day that is that weekday."""
    j = s.skip(s.skip(i, ","), "the")
    day = ordinal(s, j)
    if day is None and j == i and s.digits(i) is not None and not s.at(i).glued:
        day = int(s.word(i)), i + 1
    if day is None or not 1 <= day[0] <= 31 or not closes(s, day[1]) or s.word(day[1]) in ("of", ":"):
        return None
    first = s.today.replace(day=1)
    for months in range(15):
        month = plus_months(first, months)
        found = day_of(month.year, month.month, day[0]) if month else None
        if found and found >= s.today and found.weekday() == weekday:
            return _piece(found, day[1])
    return None


def _evident(s: Sentence, i: int, end: int) -> bool:
    """Whether an abbreviation that is also a word ("sat", "sun") can be a weekday here: "on sat", "lunch sun", "sat at 5"."""
    before, after = s.word(i - 1), s.at(end)
    if before in EVIDENCE:
        return True
    if before in ("the", "a", "my", "in", "some", "more", "of"):
        return False
    if after.word in ("at", "@", "morning", "afternoon", "evening", "night", ",", ".") or after.kind in ("figure", "end"):
        return after.kind != "figure" or after.glued is False
    return after.word in MONTHS


def _of_month(s: Sentence, i: int) -> Hit | None:
    """ "last day of october 2015", "first tuesday of next month", "20th of the next month", "3rd week of may"."""
    place = (-1, i + 1) if s.word(i) == "last" else ordinal(s, i)
    if place is None or not -1 <= place[0] <= 31:
        return None
    number, j = place
    weekday = WEEKDAYS.get(s.word(j))
    is_day = s.word(j) == "day"
    if weekday is not None or is_day:
        j += 1
    elif number < 0:
        return None
    if s.word(j) not in ("of", "in"):
        return None
    first, end = month_start(s, j + 1)
    if first is None:
        return None
    if weekday is not None:
        found = nth_weekday(first.year, first.month, weekday, number) if number <= 5 else None
        if found and found < s.today and not year_at(s, end - 1):
            later = plus_months(first, 12 if s.word(j + 1) not in ("the", "this", "month") else 1)
            found = nth_weekday(later.year, later.month, weekday, number) if later else None
    else:
        found = month_end(first) if number < 0 else day_of(first.year, first.month, number)
    return _piece(found, end)


def month_start(s: Sentence, i: int) -> tuple[date | None, int]:
    """The first day of the month named at `i`: "october 2015", "next month", "the following month", "the month"."""
    j = s.skip(i, "the")
    if s.word(j) in (*NEXT, *THIS, "month"):
        k = j if s.word(j) == "month" else j + 1
        if s.word(k) == "month":
            return plus_months(s.today.replace(day=1), 1 if s.word(j) in NEXT else 0), k + 1
        j = k
    month = month_at(s, j)
    if month is None:
        return None, i
    year = year_at(s, month[1])
    if year:
        return day_of(year[0], month[0], 1), year[1]
    first = day_of(s.today.year, month[0], 1)
    if month[0] < s.today.month:
        first = day_of(s.today.year + 1, month[0], 1)
    return first, month[1]


def _holiday(s: Sentence, i: int) -> Hit | None:
    found = named(s, i)
    if found is None:
        return None
    holiday, end = found
    year = year_at(s, end)
    if year:
        return _piece(holiday(year[0]), year[1])
    if s.word(i - 1) == "next" and s.word(end) == "year":
        return _piece(holiday(s.today.year + 1), end + 1)
    if s.phrase(end, ("next", "year")):
        return _piece(holiday(s.today.year + 1), end + 2)
    end = s.phrase(end, ("this", "year")) or end
    return _piece(upcoming(holiday, s.today), end)


def _named_day(s: Sentence, i: int) -> Hit | None:
    """ "the ides of march", "in the new year"."""
    end = s.phrase(i, ("the", "ides", "of", "march"))
    return _piece(next_month_day(s.today, 3, 15), end) if end else None


def _workday_from(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day


def _piece(day: date | None, end: int) -> Hit | None:
    days = Days.of(day)
    return (Piece(days=days), end) if days else None
