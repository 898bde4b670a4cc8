"""Dates of the calendar: "31st March, 2016", "Dec. 21", "May twenty nine", "2/15", "01.10", "2013-2-7", "the 15th"."""

import re
from datetime import date

from .calendar import MONTHS, day_of, next_day_of_month, next_month_day
from .numbers import integer, ordinal
from .piece import Days, Hit, Piece
from .tokens import Sentence

YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})\.(\d\d)")
NOT_BEFORE_FIGURES = frozenset("$ € £ ¥ # v version ver release chapter section python ip".split())
NOT_AFTER_FIGURES = frozenset("cup cups tsp tbsp teaspoon teaspoons tablespoon inch inches mile miles pound pounds of % kg l".split())
SHORT_MONTHS = frozenset(("may", "mar", "march", "sept", "dec", "jan"))


def find(s: Sentence, i: int) -> Hit | None:
    kind = s.at(i).kind
    if kind == "figure":
        return _figures(s, i) or _day_month(s, i)
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


def _figures(s: Sentence, i: int) -> Hit | None:
    word = s.word(i)
    before, after = s.word(i - 1), s.word(i + 1)
    if before in NOT_BEFORE_FIGURES or after in NOT_AFTER_FIGURES or word == "24/7":
        return None
    if s.at(i).glued and (s.at(i - 1).kind == "word" or before in ("-", "_", "/")) and before != "@":
        return None
    match = YEAR_FIRST.fullmatch(word)
    if match:
        return _piece(day_of(int(match[1]), int(match[3]), int(match[4])), i + 1)
    match = YEAR_LAST.fullmatch(word)
    if match:
        return _piece(_with_year(match), i + 1)
    match = SLASHED.fullmatch(word)
    if match:
        month, day = int(match[1]), int(match[2])
        if month > 12:
            month, day = day, month
        if before == "the" and s.at(i + 1).kind == "word" and after not in CLOSING:
            return None
        return _piece(next_month_day(s.today, month, day) if 1 <= month <= 12 else None, i + 1)
    match = DOTTED.fullmatch(word)
    if match and not (s.at(i + 1).glued and s.at(i + 1).kind == "word") and before not in ("at", "@"):
        day, month = int(match[1]), int(match[2])
        end = i + 2 if after == "." and s.at(i + 1).glued and s.at(i + 2).kind != "end" else i + 1
        return _piece(next_month_day(s.today, month, day) if 1 <= month <= 12 else None, end)
    return None


CLOSING = frozenset("at on by to for and or in with from due every please then so because but i we as until before after".split())
"""Words that cannot be what an article before a date belongs to: "the 15th at noon", but "the 9/11 memorial"."""


def _with_year(match: re.Match[str]) -> date | None:
    """Month first, except with dots; the other way round when only that is a date."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000
    if match[2] == ".":
        return day_of(year, second, first)
    return day_of(year, first, second) or day_of(year, second, first)


def _piece(day: date | None, end: int) -> Hit | None:
    days = Days.of(day)
    return (Piece(days=days), end) if days else None


def _month_day(s: Sentence, i: int) -> Hit | None:
    """ "Dec. 21", "february the 15th", "March first", "Oct/2", "Feb13"."""
    month = month_at(s, i)
    if month is None:
        return None
    j = s.skip(month[1], "the", "/", "-", ",")
    if month[1] != i + 1 and j == month[1]:
        j = s.skip(j, "the")
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
    day = ordinal(s, i) or integer(s, i)
    if day is None or not 1 <= day[0] <= 31:
        return None
    j = s.skip(day[1], "day")
    j = s.skip(s.skip(j, "of", "/", "-"), "the")
    month = month_at(s, j)
    return on(s, month[0], day[0], month[1]) if month else None


def day_of_month(s: Sentence, i: int) -> Hit | None:
    """A day alone: "the 15th", "on the fifteenth", "on 15", "14th" at the end; not "13th floor" nor "her 30th"."""
    j = i
    while s.word(j) in ("on", "by", "before", "until", "till", "the", "due", "after", "from"):
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
    if not 1 <= day[0] <= 31 or not closes(s, day[1]):
        return None
    return _piece(next_day_of_month(s.today, day[0]), day[1])


def closes(s: Sentence, i: int) -> bool:
    """Whether the words before `i` stand for themselves, with no noun after them."""
    token = s.at(i)
    if token.kind == "word":
        return token.word in CLOSING or token.word in ("noon", "midnight")
    return not (token.glued and token.kind in ("figure", "mark") and token.word not in ".,;:!?)}]")
