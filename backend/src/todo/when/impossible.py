"""Words that are meant as a date or a time and name none that exists: "february 30", "the 32nd", "at 27:80"."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .calendar import day_of
from .dates import SHORT_MONTHS, month_at, year_at
from .hour import COLON, INTRODUCTIONS
from .numbers import SUFFIXES, integer, ordinal
from .numeric import SLASHED, YEAR_FIRST, YEAR_LAST
from .tokens import Sentence

LEADS = frozenset(("on", "by", "before", "until", "till", "due", "at", "for", "from", "to", "@", "around", "the"))
DATED = LEADS - {"at", "@", "around", "the"}
CLOCKED = frozenset(INTRODUCTIONS)
MOST = 39
"""A number beyond is no slip of the tongue for a day: "june 85" may be a year, "the 50th" an anniversary."""
LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Impossible:
    """`sentence[start:end]` with the words before that belong to it ("on"); `words` are those of the date alone."""

    start: int
    end: int
    words: str
    kind: Literal["date", "time"]


def find_impossible(text: str, now: datetime) -> Impossible | None:
    """The first date or time in `text` that does not exist; quoted words are left alone."""
    s = Sentence(text, now)
    for i in range(s.size):
        if s.at(i).kind not in ("figure", "word"):
            continue
        date_end = None if s.word(i) == "the" else _date(s, i)
        end = date_end or _time(s, i)
        if end is not None:
            first = i
            while first > 0 and s.word(first - 1) in LEADS:
                first -= 1
            if s.word(first - 1) == "year":
                first -= 1
            start, last = s.at(i).start, s.at(end - 1).end
            return Impossible(s.at(first).start, last, text[start:last], "date" if date_end else "time")
    return None


def _date(s: Sentence, i: int) -> int | None:
    """The index after a date from `i` on that is in no calendar."""
    return _numeric(s, i) or _month_day(s, i) or _day_month(s, i) or _day(s, i)


def _time(s: Sentence, i: int) -> int | None:
    """The index after "27:80" or "25pm"."""
    colon = COLON.fullmatch(s.word(i))
    if colon and s.word(i - 1) in CLOCKED:
        hour, minute = int(colon[1]), int(colon[2])
        return i + 1 if hour > 24 or minute > 59 or (hour == 24 and minute) else None
    digits = s.digits(i)
    if digits is not None and 12 < digits <= 99 and s.word(i + 1) in ("am", "pm"):
        return i + 2 if digits > 24 or s.word(i + 1) == "am" else None
    return None


def _numeric(s: Sentence, i: int) -> int | None:
    word, led = s.word(i), bool(DATED & {s.word(i - 1), s.word(i - 2)})
    if found := YEAR_FIRST.fullmatch(word):
        exists = day_of(int(found[1]), int(found[3]), int(found[4]))
        return None if exists or not (led or found[2] == "-") else i + 1
    if found := YEAR_LAST.fullmatch(word):
        year, one, two = int(found[4]), int(found[1]), int(found[3])
        year += 2000 if len(found[4]) == 2 else 0
        return i + 1 if led and not (day_of(year, one, two) or day_of(year, two, one)) else None
    if found := SLASHED.fullmatch(word):
        low, high = sorted((int(found[1]), int(found[2])))
        return i + 1 if led and low <= 12 and high <= MOST and not day_of(LEAP_YEAR, low, high) else None
    if word == "0" and s.word(i - 1) == "year" and s.word(i - 2) in DATED | {"in", "the"}:
        return i + 1
    return None


def _month_day(s: Sentence, i: int) -> int | None:
    """ "february 30", "april the 31st", "february 29 2027"."""
    month = month_at(s, i)
    if month is None:
        return None
    j = s.skip(month[1], "the")
    day = ordinal(s, j) or _figure(s, j)
    if day is None or (s.word(i) in SHORT_MONTHS and s.word(i - 1) not in DATED):
        return None
    return _of_month(s, month[0], day)


def _day_month(s: Sentence, i: int) -> int | None:
    """ "30 february", "the 31st of june"."""
    day = ordinal(s, i) or _figure(s, i)
    if day is None:
        return None
    j = s.skip(s.skip(day[1], "day"), "of")
    month = month_at(s, j)
    if month is None or (s.word(j) in SHORT_MONTHS and s.word(i - 1) not in LEADS):
        return None
    return _of_month(s, month[0], (day[0], month[1]))


def _of_month(s: Sentence, month: int, day: tuple[int, int]) -> int | None:
    year = year_at(s, day[1])
    end = year[1] if year else day[1]
    exists = day_of(year[0] if year else LEAP_YEAR, month, day[0])
    return end if not exists and day[0] <= MOST and s.closes(end) else None


def _day(s: Sentence, i: int) -> int | None:
    """ "on the 32nd"; "the 40th" may be a birthday."""
    day = ordinal(s, i)
    led = s.word(i - 1) in DATED - {"for"} or (s.word(i - 1) == "the" and s.word(i - 2) in DATED - {"for"})
    return day[1] if day and led and 31 < day[0] <= MOST and s.closes(day[1]) else None


def _figure(s: Sentence, i: int) -> tuple[int, int] | None:
    """A day in plain figures, two at most."""
    return integer(s, i) if s.digits(i) is not None and len(s.word(i)) <= 2 and s.word(i + 1) not in SUFFIXES else None
