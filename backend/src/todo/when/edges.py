"""The ends and weeks of stretches: "by the end of next month", "eod", "mid october", "last week of may"."""

from . import months, weeks
from .calendar import month_end, nth_weekday, plus_days
from .days import find as day_at
from .months import month_start
from .numbers import ordinal
from .piece import Days, Hit, Piece
from .tokens import Sentence
from .weeks import current

ABBREVIATED = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
END_OF_DAY = ("eod", "eob", "cob")
END, START, MIDDLE = ("end", "close", "last"), ("beginning", "start", "early"), ("middle", "mid")


def find(s: Sentence, i: int) -> Hit | None:
    found = _edge(s, i) or weeks.find(s, i)
    if found is None:
        return None
    days, end = found
    return Piece(days=days), end


def _edge(s: Sentence, i: int) -> tuple[Days, int] | None:
    """One end of a stretch: "by the end of next month", "eow", "end of the sunday", "early next week"."""
    i = s.skip(s.skip(i, "by", "at", "before", "in", "around"), "the")
    if s.word(i) in END_OF_DAY:
        return current(s, "day"), i + 1
    for words in (("end", "of", "business"), ("close", "of", "business"), ("close", "of", "play")):
        end = s.phrase(i, words)
        if end is not None:
            return current(s, "day"), s.skip(end, "day")
    unit = ABBREVIATED.get(s.word(i))
    if unit:
        return _last(current(s, unit)), i + 1
    word = s.word(i)
    place = (-1, i + 1) if word == "last" else ordinal(s, i)
    if place and s.word(place[1]) in ("week", "weekend", "week-end") and s.word(place[1] + 1) in ("of", "in"):
        return _week_of_month(s, place[0], s.word(place[1]), place[1] + 2)
    if word not in END and word not in START and word not in MIDDLE:
        return None
    if word in ("early", "mid"):
        j = s.skip(i + 1, "-", "in", "of")
    elif s.word(i + 1) == "of":
        j = i + 2
    else:
        return None
    found = None if word == "mid" and s.word(j) == "day" else _inner(s, j)
    if found is None:
        return None
    days, end = found
    if word in END:
        return _last(days), end
    if word in MIDDLE:
        middle = plus_days(days.start, (days.end - days.start).days // 2)
        return (Days(days.start, days.end, middle), end) if middle else None
    return Days(days.start, days.end, days.start), end


def _week_of_month(s: Sentence, place: int, unit: str, i: int) -> tuple[Days, int] | None:
    """ "last week of september", "second weekend of next month": the weeks whose first day lies in the month."""
    first, end = month_start(s, i)
    if first is None or not -1 <= place <= 5:
        return None
    start = nth_weekday(first.year, first.month, 5 if unit == "weekend" else 0, place)
    if start and place < 0 and start.day + (1 if unit == "weekend" else 6) > month_end(first).day:
        start = plus_days(start, -7)
    last = plus_days(start, 1 if unit == "weekend" else 6) if start else None
    return (Days(start, last, start, "week"), end) if start and last else None


def _inner(s: Sentence, i: int) -> tuple[Days, int] | None:
    j = s.skip(i, "the", "this")
    if s.word(j) in ("day", "week", "month", "quarter", "year", "work", "business"):
        k = j + 1 if s.word(j) in ("work", "business") and s.word(j + 1) in ("day", "week") else j
        return (current(s, s.word(k)), k + 1) if s.word(k) in ("day", "week", "month", "quarter", "year") else None
    found = weeks.find(s, i) or months.find(s, j)
    if found:
        return found
    hit = day_at(s, i)
    return (hit[0].days, hit[1]) if hit and hit[0].days else None


def _last(days: Days) -> Days:
    return Days(days.start, days.end, days.end, "eod" if days.grain == "eod" else "date")
