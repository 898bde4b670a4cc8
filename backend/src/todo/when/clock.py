"""Clock times as people say them: with "at" or without, named ("noon"), spoken ("half past 3"), or ranges ("3-5pm")."""

from dataclasses import replace
from datetime import time

from . import spoken
from .hour import INTRODUCTIONS, figures, hour_at, opening
from .numbers import integer
from .piece import Clock, Hit, Piece
from .spoken import NAMED
from .tokens import Sentence
from .zone import ABBREVIATIONS

SET_FOR = ("reminder", "reminders", "alarm", "alert", "appointment", "meeting")
"""Before "for 6" they make it a time: elsewhere it may be six people."""


def find(s: Sentence, i: int) -> Hit | None:
    """The clock time that starts at token `i`, with or without "at"."""
    start = i
    while s.word(start) in INTRODUCTIONS and start - i < 3:
        start += 1
    ranged = s.word(start - 1) in ("from", "between") and not s.changes
    moved = {s.word(k) for k in range(i, start)} <= {"from", "to"}
    introduced = start > i and (s.changes or not moved)
    if s.word(i) == "for" and s.word(i - 1) in SET_FOR:
        start, introduced = i + 1, True
    hit = _one(s, start, introduced=introduced, ranged=ranged)
    if hit is None:
        return None
    end = s.skip(hit[1], "sharp", "approximately", "exactly", "ish")
    last = _last(s, end, ranged=ranged)
    piece = hit[0]
    loose = {s.word(k) for k in range(i, start)} & {"about", "after", "around"}
    if loose and piece.clock and piece.clock.vague and "at" not in {s.word(i), s.word(i - 1)}:
        piece = replace(piece, sure=False)
    end = last or end
    zone = ABBREVIATIONS.get(s.at(end).text)
    if zone and piece.clock and (start > i or not piece.clock.vague):
        return replace(piece, clock=replace(piece.clock, zone=zone)), end + 1
    return piece, end


def _one(s: Sentence, i: int, *, introduced: bool, ranged: bool) -> Hit | None:
    if end := s.phrase(i, ("mid", "day")):
        return Piece(clock=Clock(NAMED["midday"])), end
    after = s.skip(i, "12", "twelve")
    named = NAMED.get(s.word(after))
    if named is not None:
        return Piece(clock=Clock(named)), after + 1
    if introduced and s.word(i) == "half" and (hour := integer(s, i + 1)) and 1 <= hour[0] <= 12:
        return Piece(clock=Clock(time(hour[0], 30), vague=True)), hour[1]
    if ranged and (range_hit := _open_range(s, i)):
        return range_hit
    return spoken.find(s, i) or figures(s, i) or hour_at(s, i, introduced=introduced)


def _open_range(s: Sentence, i: int) -> Hit | None:
    """ "3 to 5pm" after "from": the first hour takes the half of the day from the second."""
    first = integer(s, i)
    if first is None or not 1 <= first[0] <= 12 or s.word(first[1]) not in ("to", "and", "-", "until", "till"):
        return None
    last = hour_at(s, first[1] + 1, introduced=True) or figures(s, first[1] + 1)
    if last is None or last[0].clock is None:
        return None
    clock = last[0].clock
    hit = opening(first[0], 0, clock.time, last[1], vague=clock.vague)
    # "rate it from one to five" is no time unless a day stands beside it.
    return (replace(hit[0], sure=not clock.vague), hit[1]) if hit else None


def _last(s: Sentence, i: int, *, ranged: bool) -> int | None:
    """Past the end of a range: "10:00 - 11:30", "from 3pm to 5pm", "between 3pm and 5pm"."""
    to = s.word(i) in ("to", "until", "till") and not s.changes
    if s.word(i) not in ("-", "–") and not to and not (ranged and s.word(i) == "and"):
        return None
    hit = figures(s, i + 1, ranged=ranged or not to) or hour_at(s, i + 1, introduced=ranged)
    return hit[1] if hit else None
