"""Days and times counted from another: "in 5 minutes", "2 weeks from tomorrow", "+15min"."""

from dataclasses import replace
from datetime import datetime

from . import dates, days, duration, edges
from .calendar import PLURAL_WEEKDAYS, WEEKDAYS, plus_days, weekday_after
from .duration import Duration
from .numbers import integer, ordinal, quantity
from .piece import Clock, Days, Hit, Piece
from .tokens import Sentence

SATURDAY = 5
ROUGHLY = ("about", "around", "approximately", "roughly", "under", "just", "exactly", "only")


def find(s: Sentence, i: int) -> Hit | None:
    return _weekdays_away(s, i) or _weekday_after(s, i) or _in(s, i) or _counted(s, i) or _next_unit(s, i)


def _in(s: Sentence, i: int) -> Hit | None:
    """ "in half an hour", "within 2 weeks", "in a couple of days", "in two weeks' time", "+2 months, 5 days"."""
    if s.word(i) == "+":
        j = i + 1
    elif s.word(i) in ("in", "within", "after", "for", "due"):
        j = s.skip(i + 1, "in", "within")
        if s.word(i) in ("for", "due") and j == i + 1:
            return None
        j = s.phrase(j, ("less", "than")) or s.skip(j, *ROUGHLY)
        j = s.skip(s.skip(j, "the"), "next", "about", "another")
    else:
        return None
    found = duration.find(s, j)
    if found is None:
        return None
    amount, end = found
    if s.word(end) == "from" or (s.word(end) in ("before", "after") and _anchor(s, end + 1)):
        return None
    hit = later(s, amount, s.phrase(end, ("'", "time")) or s.skip(end, "time"))
    if hit and hit[0].days and (s.word(i) == "within" or s.word(j - 1) == "next"):
        return replace(hit[0], days=replace(hit[0].days, start=s.today)), hit[1]
    return hit


def later(s: Sentence, amount: Duration, end: int) -> Hit | None:
    """That long after now: with a clock time when hours or minutes are counted."""
    if amount.seconds:
        there = amount.from_now(s.now)
        if there is None:
            return None
        return Piece(days=Days.of(there.date(), "offset"), clock=clock_of(there)), end
    day = amount.from_day(s.today)
    found = Days.of(day, "offset")
    if found is None:
        return None
    return Piece(days=found), end


def clock_of(there: datetime) -> Clock:
    return Clock(there.time().replace(second=0, microsecond=0, tzinfo=None, fold=0))


def _counted(s: Sentence, i: int) -> Hit | None:
    """ "12 hours from now", "2 days later", "three weeks from tomorrow", "a week on friday"."""
    j = s.skip(i, "in")
    if s.word(j) == "the" and s.word(j + 1) in ("day", "week", "month", "year", "weekend"):
        unit = duration.unit_at(s, j + 1)
        amount = duration.of(unit[0], 1) if unit else None
        found = (amount, j + 2) if amount else None
        if s.word(j + 2) not in ("before", "after"):
            return None
    else:
        found = duration.find(s, j)
    if found is None:
        return None
    amount, end = found
    word = s.word(end)
    if word in ("from", "after", "before", "on", "past", "following", "to"):
        anchor = _anchor(s, end + 1)
        if anchor is not None and (word != "on" or (amount.days and amount.days % 7 == 0)):
            return _from_anchor(s, -amount if word in ("before", "to") else amount, anchor)
    if s.word(end) in ("today", "tomorrow") and amount.days and amount.days % 7 == 0:
        anchor = _anchor(s, end)
        return _from_anchor(s, amount, anchor) if anchor else None
    if word == "ago":
        day = (-amount).from_day(s.today)
        past = Days.of(day, "past")
        return (Piece(days=past), end + 1) if past else None
    if word in ("later", "hence") or (word == "after" and s.closes(end + 1)):
        return later(s, amount, end + 1)
    return None


def _anchor(s: Sentence, i: int) -> tuple[Piece, int] | None:
    """What is counted from: now, or a day."""
    if s.word(i) == "now":
        return Piece(), i + 1
    hits = [hit for hit in (days.find(s, i), dates.find(s, i), dates.day_of_month(s, i), edges.find(s, i)) if hit]
    hit = max(hits, key=lambda found: found[1], default=None)
    return hit if hit and hit[0].days else None


def _from_anchor(s: Sentence, amount: Duration, anchor: tuple[Piece, int]) -> Hit | None:
    piece, end = anchor
    if piece.days is None:
        return later(s, amount, end)
    if amount.seconds:
        return None
    found = Days.of(amount.from_day(piece.days.start), "offset")
    return (Piece(days=found), end) if found else None


def _weekdays_away(s: Sentence, i: int) -> Hit | None:
    """ "2 sundays from now", "three fridays from today"."""
    number = integer(s, i) or quantity(s, i)
    if number is None:
        return None
    count, j = int(number[0]), number[1]
    weekend = s.word(j) in ("weekend", "weekends")
    weekday = SATURDAY if weekend else PLURAL_WEEKDAYS.get(s.word(j), WEEKDAYS.get(s.word(j)))
    if weekday is None or s.word(j + 1) not in ("from",) or s.word(j + 2) not in ("now", "today"):
        return None
    day = weekday_after(s.today, weekday)
    day = plus_days(day, 7 * (count - 1)) if day and count >= 1 else None
    found = Days.of(day)
    return (Piece(days=found), j + 3) if found else None


def _weekday_after(s: Sentence, i: int) -> Hit | None:
    """ "third tuesday after christmas", "the first monday after june 1", "the friday before easter"."""
    i = s.skip(i, "the")
    place = ordinal(s, i) or (1, i)
    weekday = SATURDAY if s.word(place[1]) == "weekend" else WEEKDAYS.get(s.word(place[1]))
    relation = s.word(place[1] + 1)
    if weekday is None or relation not in ("after", "before") or s.word(place[1] + 2) == "next":
        return None
    anchor = _anchor(s, place[1] + 2)
    if anchor is None or anchor[0].days is None or not 1 <= place[0] <= 99:
        return None
    start = anchor[0].days.start
    if relation == "after":
        first = weekday_after(start, weekday)
        day = plus_days(first, 7 * (place[0] - 1)) if first else None
    else:
        day = plus_days(start, -((start.weekday() - weekday - 1) % 7 + 1) - 7 * (place[0] - 1))
    found = Days.of(day)
    return (Piece(days=found), anchor[1]) if found else None


def _next_unit(s: Sentence, i: int) -> Hit | None:
    """ "next hour", "the next 3 days": the whole stretch, due at its end."""
    j = s.skip(s.skip(i, "in", "within", "over", "for", "during"), "the")
    if s.word(j) not in ("next", "coming", "following"):
        return None
    if s.word(j + 1) in ("hour", "minute"):
        amount = duration.of("hour" if s.word(j + 1) == "hour" else "minute", 1)
        return later(s, amount, j + 2) if amount else None
    found = duration.find(s, j + 1)
    if found is None:
        return None
    hit = later(s, found[0], found[1])
    if hit is None or hit[0].days is None or hit[0].clock:
        return hit
    last = hit[0].days.end
    return Piece(days=Days(s.today, last, last, "offset")), hit[1]
