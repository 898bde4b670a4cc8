"""Dates in figures: "2013-2-7", "12/20/25", "2/15" (month first), "22/04" (no such month), "01.10" (day first)."""

import re
from datetime import date

from .calendar import day_of, next_month_day
from .piece import Days, Hit, Piece
from .tokens import CLOSING, Sentence, words

YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})\.(\d\d)")
NOT_BEFORE_FIGURES = words(
    "$ € £ ¥ # v version ver release build chapter section page step item room aisle gate unit suite apt no rfc ip "
    "python ubuntu android ios macos windows node java postgres"
)
NOT_AFTER_FIGURES = words(
    "cup cups tsp tbsp teaspoon teaspoons tablespoon inch inches mile miles pound pounds of % kg g l ml m "
    "cm mm gb mb euro euros eur dollars usd bucks people points stars off"
)


def find(s: Sentence, i: int) -> Hit | None:
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
