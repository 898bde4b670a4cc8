"""Dates with a month's name, or a day alone: "31st March, 2016", "Dec. 21", "dec 24-26", "the 15th"."""

import re

from . import numeric
from .calendar import MONTHS, day_of, next_day_of_month, next_month_day
from .numbers import integer, ordinal
from .piece import Days, Hit, Piece
from .tokens import Sentence

SPAN = re.compile(r"(\d{1,2})-(\d{1,2})")
SHORT_MONTHS = frozenset(("may", "mar", "march", "sept", "dec", "jan"))


def find(s: Sentence, i: int) -> Hit | None:
    kind = s.at(i).kind
    if kind == "figure":
        return numeric.find(s, i) or _day_month(s, i)
    if kind == "word":
        i = s.skip(i, "the")
        return _month_day(s, i) or _day_month(s, i)
    return None


def year_at(s: Sentence, i: int) -> tuple[int, int] | None:
    """A year after a date or month: "2016", ", 2016", "'25", "of 2016"."""
    j = s.skip(i, ",", "of", "in", "/", "-")
    digits = s.digits(j)
    if digits is not None and len(s.word(j)) == 4 and 1900 <= digits <= 2199:
        return digits, j + 1
    if s.word(j) in ("'", "’") and len(s.word(j + 1)) == 2 and s.digits(j + 1) is not None:
        return 2000 + int(s.word(j + 1)), j + 2
    return None


def month_at(s: Sentence, i: int) -> tuple[int, int] | None:
    """A month's name, an abbreviation's dot included."""
    month = MONTHS.get(s.word(i))
    if month is None:
        return None
    dotted = s.word(i + 1) == "." and s.at(i + 1).glued and len(s.word(i)) <= 4 and s.at(i + 2).kind != "end"
    return month, i + 2 if dotted else i + 1


def on(s: Sentence, month: int, day: int, i: int) -> Hit | None:
    """That day of the year said at `i`, or the next one that comes."""
    year = year_at(s, i)
    if year:
        found, end = day_of(year[0], month, day), year[1]
    else:
        found, end = next_month_day(s.today, month, day), i
    days = Days.of(found)
    return (Piece(days=days), end) if days else None


def _month_day(s: Sentence, i: int) -> Hit | None:
    """ "Dec. 21", "february the 15th", "March first", "Oct/2", "Feb13"."""
    month = month_at(s, i)
    if month is None:
        return None
    j = s.skip(month[1], "the", "/", "-", ",")
    if month[1] != i + 1 and j == month[1]:
        j = s.skip(j, "the")
    span = _span(s, j)
    if span:
        return _spanning(s, month[0], span, span[2])
    day = ordinal(s, j) or integer(s, j)
    if day is None or not 1 <= day[0] <= 31:
        return None
    if len(s.word(j)) > 2 and s.digits(j) is not None:
        return None
    if s.word(i) in SHORT_MONTHS and s.at(day[1]).glued and s.at(day[1]).kind == "word":
        return None
    return on(s, month[0], day[0], day[1])


def _day_month(s: Sentence, i: int) -> Hit | None:
    """ "15th february", "27 jan", "the twenty third day of September", "14april", "23/Sep/2020"."""
    span = _span(s, i)
    if span:
        named = month_at(s, s.skip(span[2], "of"))
        return _spanning(s, named[0], span, named[1]) if named else None
    day = ordinal(s, i) or integer(s, i)
    if day is None or not 1 <= day[0] <= 31:
        return None
    if s.word(day[1]) == "." and s.at(day[1]).glued and s.word(day[1] + 1) in MONTHS:
        day = day[0], day[1] + 1
    j = s.skip(day[1], "day")
    j = s.skip(s.skip(j, "of", "/", "-"), "the")
    month = month_at(s, j)
    return on(s, month[0], day[0], month[1]) if month else None


def _span(s: Sentence, i: int) -> tuple[int, int, int] | None:
    """(first day, last day, end) of "24-26", "10 - 22", "1st to 3rd", "10 through 12"."""
    match = SPAN.fullmatch(s.word(i))
    if match:
        return int(match[1]), int(match[2]), i + 1
    first = ordinal(s, i) or integer(s, i)
    if first is None or s.word(first[1]) not in ("-", "–", "through", "thru"):
        return None
    last = ordinal(s, first[1] + 1) or integer(s, first[1] + 1)
    return (first[0], last[0], last[1]) if last and first[0] < last[0] <= 31 else None


def _spanning(s: Sentence, month: int, span: tuple[int, int, int], end: int) -> Hit | None:
    """ "dec 24-26": due when it starts."""
    last = on(s, month, span[1], end)
    if last is None or last[0].days is None or span[0] >= span[1]:
        return None
    start = day_of(last[0].days.start.year, month, span[0])
    return (Piece(days=Days(start, last[0].days.end, start)), last[1]) if start else None


def day_of_month(s: Sentence, i: int) -> Hit | None:
    """A day alone: "the 15th", "on the fifteenth", "on 15", "14th" at the end; not "13th floor" nor "her 30th"."""
    j = i
    while j - i < 4 and s.word(j) in ("on", "by", "before", "until", "till", "the", "due", "after", "from"):
        j += 1
    leads = {s.word(k) for k in range(i, j)}
    before = s.word(i - 1)
    day = ordinal(s, j)
    if day is None:
        number = s.digits(j)
        if number is None or not leads or leads <= {"from", "until", "till", "by", "before", "after"}:
            return None
        day = number, j + 1
    elif s.digits(j) is None and not (leads - {"the"} and "the" in leads):
        return None
    if before in ("her", "his", "my", "our", "their", "your", "a", "every", "each"):
        return None
    if not 1 <= day[0] <= 31 or not s.closes(day[1]):
        return None
    days = Days.of(next_day_of_month(s.today, day[0]))
    return (Piece(days=days), day[1]) if days else None
