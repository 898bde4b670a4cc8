"""Days told from today: "tomorrow", "the day after tomorrow", "last monday of march", "next weekday", holidays."""

from dataclasses import replace
from datetime import date, timedelta

from . import weekday
from .calendar import WEEKDAYS, day_of, month_end, next_month_day, nth_weekday, plus_days, plus_months
from .dates import year_at
from .daypart import PARTS
from .holidays import named, upcoming
from .months import month_start
from .numbers import ordinal
from .piece import Clock, Days, Hit, Piece
from .tokens import Sentence
from .weekday import NEXT, THIS, possessive

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
    "yesterday": -1,
}
LED = ("on", "by", "before", "until", "till", "after", "at", "due")
"""Before a holiday they mean the day, whatever comes next: "on christmas call mum"."""


def find(s: Sentence, i: int) -> Hit | None:
    start = i
    i = s.skip(i, "the")
    return _relative(s, i) or _of_month(s, i) or weekday.find(s, i) or _holiday(s, i) or _named_day(s, start)


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
        return (replace(hit[0], clock=_clock_now(s)), hit[1]) if hit else None
    if word == "2" and s.word(i + 1) in ("moro", "morrow") and s.at(i + 1).glued:
        return _piece(plus_days(s.today, 1), i + 2)
    if word == "now" and (s.size == 1 or (s.size == 2 and s.word(0) == "right")):
        return Piece(days=Days(s.today, s.today, s.today, "offset"), clock=_clock_now(s)), i + 1
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


def _clock_now(s: Sentence) -> Clock:
    return Clock(s.now.time().replace(second=0, microsecond=0, fold=0))


def _of_month(s: Sentence, i: int) -> Hit | None:
    """ "last day of october 2015", "first tuesday of next month", "20th of the next month"."""
    place = (-1, i + 1) if s.word(i) == "last" else ordinal(s, i)
    if place is None or not -1 <= place[0] <= 31:
        return None
    number, j = place
    day_name = WEEKDAYS.get(s.word(j))
    is_day = s.word(j) == "day"
    if day_name is not None or is_day:
        j += 1
    elif number < 0:
        return None
    if s.word(j) in (*NEXT, *THIS) and s.word(j + 1) == "month":
        j -= 1
    elif s.word(j) not in ("of", "in"):
        return None
    first, end = month_start(s, j + 1)
    if first is None:
        return None
    if day_name is not None:
        found = nth_weekday(first.year, first.month, day_name, number) if number <= 5 else None
        if found and found < s.today and not year_at(s, end - 1):
            later = plus_months(first, 12 if s.word(j + 1) not in ("the", "this", "month") else 1)
            found = nth_weekday(later.year, later.month, day_name, number) if later else None
    else:
        found = month_end(first) if number < 0 else day_of(first.year, first.month, number)
        if found and found < s.today and s.phrase(j + 1, ("the", "month")):
            later = plus_months(first, 1)
            found = day_of(later.year, later.month, number) if later else None
    return _piece(found, end)


def _holiday(s: Sentence, i: int) -> Hit | None:
    j = s.skip(i, "next", "this", "coming")
    found = named(s, j)
    if found is None:
        return None
    holiday, end = found
    year = year_at(s, end)
    if year:
        return _piece(holiday(year[0]), year[1])
    if s.phrase(end, ("next", "year")):
        return _piece(holiday(s.today.year + 1), end + 2)
    end = s.phrase(end, ("this", "year")) or end
    day = upcoming(holiday, s.today)
    if s.word(end) == "weekend" and day:
        return _weekend_around(day, end + 1)
    return None if _names_a_thing(s, i, end) else _piece(day, end)


def _names_a_thing(s: Sentence, start: int, end: int) -> bool:
    """Whether a holiday only says which thing is meant: "buy christmas presents", "the easter eggs"."""
    after = s.at(end)
    if after.kind != "word" or s.closes(end) or after.word in (*PARTS, *NEXT, *THIS, "day", "week"):
        return False
    return s.word(start - 1) not in LED


def _weekend_around(day: date, end: int) -> Hit | None:
    """ "memorial day weekend": the Saturday nearest to the day, and the Sunday."""
    saturday = plus_days(day, (5 - day.weekday() + 3) % 7 - 3)
    sunday = plus_days(saturday, 1) if saturday else None
    return (Piece(days=Days(saturday, sunday, saturday)), end) if saturday and sunday else None


def _named_day(s: Sentence, i: int) -> Hit | None:
    """ "the ides of march": the 15th."""
    end = s.phrase(i, ("the", "ides", "of", "march"))
    return _piece(next_month_day(s.today, 3, 15), end) if end else None


def _workday_from(day: date) -> date:
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() >= 5 else day


def _piece(day: date | None, end: int) -> Hit | None:
    days = Days.of(day)
    return (Piece(days=days), end) if days else None
