"""Months and seasons: "in december", "december 2027", "next march", "march after next", "this summer"."""

from datetime import date

from .calendar import day_of, month_end, plus_months
from .dates import find as date_at
from .dates import month_at, year_at
from .piece import Days
from .tokens import Sentence
from .weekday import NEXT, THIS

SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "fall": (9, 23), "winter": (12, 21)}


def find(s: Sentence, i: int, relation: str = "", introduced: bool = True) -> tuple[Days, int] | None:
    """ "december", "december 2027", "next march", "march after next"; bare only with a year or a preposition."""
    month = month_at(s, i)
    if month is None or not s.at(i).text[:1].isalpha():
        return None
    number, end = month
    year = year_at(s, end)
    dated = date_at(s, i)
    if dated and dated[1] > end and not year:
        return None
    if year:
        first, end = day_of(year[0], number, 1), year[1]
    elif s.phrase(end, ("after", "next")):
        first, end = day_of(s.today.year + (1 if number > s.today.month else 2), number, 1), end + 2
    elif relation or introduced or s.size == 1:
        ahead = number < s.today.month or (relation == "next" and number == s.today.month)
        later = 1 if ahead or s.phrase(end, ("next", "year")) else 0
        end = s.phrase(end, ("next", "year")) or end
        first = day_of(s.today.year + later, number, 1)
    else:
        return None
    if first is None:
        return None
    last = month_end(first)
    return Days(first, last, last if first < s.today <= last else first, "month"), end


def year(s: Sentence, i: int, introduced: bool) -> tuple[Days, int] | None:
    """ "in 2028", "by 2028"."""
    number = s.digits(i)
    introduced = introduced or s.word(i - 1) in ("by", "before", "until", "till")
    if number is None or not introduced or len(s.word(i)) != 4 or not 1900 <= number <= 2199 or not s.closes(i + 1):
        return None
    first, last = date(number, 1, 1), date(number, 12, 31)
    return Days(first, last, s.today if first < s.today <= last else first, "year"), i + 1


def quarter(s: Sentence, i: int, introduced: bool) -> tuple[Days, int] | None:
    """ "in q3", "Q1 2028"; due at its end."""
    number = s.digits(i + 1) if s.word(i) == "q" and s.at(i + 1).glued else None
    if number is None or not 1 <= number <= 4:
        return None
    said = year_at(s, i + 2)
    if not said and not introduced and not s.closes(i + 2):
        return None
    first = date(said[0] if said else s.today.year, 3 * number - 2, 1)
    if not said and 3 * number < s.today.month:
        first = date(first.year + 1, first.month, 1) if first.year < 9999 else first
    last = month_end(first.replace(month=first.month + 2))
    return Days(first, last, last, "month"), said[1] if said else i + 2


def season(s: Sentence, i: int, introduced: bool) -> tuple[Days, int] | None:
    if s.word(i) not in SEASONS or not introduced or not s.closes(i + 1):
        return None
    month, day = SEASONS[s.word(i)]
    year = s.today.year
    start = day_of(year, month, day)
    if start and start < s.today:
        start = day_of(year + 1, month, day)
    after = plus_months(start, 3) if start else None
    return (Days(start, after, start, "month"), i + 1) if start and after else None


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
