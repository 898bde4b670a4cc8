"""Clock times: "5pm", "17:30", "8.30 pm", "three am", "half past 3", "quarter to five", "noon", "at 5", "@12", "3-5pm"."""

import re
from datetime import time

from .numbers import ONES, TENS, integer
from .piece import Clock, Hit, Piece
from .tokens import Sentence

NAMED = {"noon": time(12), "midday": time(12), "noontime": time(12), "midnight": time(0)}
MERIDIEM = {"am": 0, "a": 0, "pm": 12, "p": 12}
INTRODUCTIONS = ("at", "@", "around", "about", "by", "before", "until", "till", "after", "from", "approximately", "to", "between")
COLON = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
DOT = re.compile(r"(\d{1,2})\.(\d\d)")
RANGE = re.compile(r"(\d{1,2})(?:[:.](\d\d))?-(\d{1,2})(?:[:.](\d\d))?")
COUNTED = frozenset("percent euros euro dollars dollar bucks pounds kg km mi miles degrees people pm/am euros usd eur".split())


def of(hour: int, minute: int = 0, meridiem: int | None = None) -> Clock | None:
    """A clock time; without am or pm an hour below 13 is vague."""
    if minute > 59:
        return None
    if meridiem is None:
        if hour == 24 and minute == 0:
            return Clock(time(0))
        return Clock(time(hour, minute), vague=0 < hour <= 12) if hour <= 23 else None
    if 1 <= hour <= 12:
        return Clock(time(hour % 12 + meridiem, minute))
    return Clock(time(hour, minute)) if 13 <= hour <= 23 and meridiem else None


def find(s: Sentence, i: int) -> Hit | None:
    """The clock time that starts at token `i`, with or without "at"."""
    start = i
    while s.word(start) in INTRODUCTIONS and start - i < 3:
        start += 1
    ranged = s.word(start - 1) in ("from", "between") and not s.changes
    hit = _one(s, start, introduced=start > i, ranged=ranged)
    if hit is None:
        return None
    end = s.skip(hit[1], "sharp", "approximately", "exactly", "ish")
    last = _last(s, end, ranged=ranged)
    return hit[0], last or end


def _one(s: Sentence, i: int, *, introduced: bool, ranged: bool) -> Hit | None:
    named = NAMED.get(s.word(i))
    if named is not None:
        return Piece(clock=Clock(named)), i + 1
    if ranged and (range_hit := _open_range(s, i)):
        return range_hit
    return _spoken(s, i) or _figures(s, i) or _hour(s, i, introduced=introduced)


def _open_range(s: Sentence, i: int) -> Hit | None:
    """ "3 to 5pm" after "from": the first hour takes the half of the day from the second."""
    first = integer(s, i)
    if first is None or not 1 <= first[0] <= 12 or s.word(first[1]) not in ("to", "and", "-", "until", "till"):
        return None
    last = _hour(s, first[1] + 1, introduced=True) or _figures(s, first[1] + 1)
    if last is None or last[0].clock is None:
        return None
    return _range(first[0], 0, last[0].clock.time, last[1], vague=last[0].clock.vague)


def _last(s: Sentence, i: int, *, ranged: bool) -> int | None:
    """Past the end of a range: "10:00 - 11:30", "from 3pm to 5pm", "between 3pm and 5pm"."""
    if s.word(i) not in ("-", "–") and not (ranged and s.word(i) in ("to", "and", "until", "till")):
        return None
    hit = _figures(s, i + 1, ranged=True) or _hour(s, i + 1, introduced=ranged)
    return hit[1] if hit else None


def meridiem(s: Sentence, i: int) -> tuple[int, int] | None:
    """ "am", "p.m.", a glued "p", "in the am", or "o'clock pm"; 0 or 12, and the index after it."""
    i = s.skip(i, "o'clock", "oclock")
    if s.word(i) == "in":
        i = s.skip(i + 1, "the")
        return (MERIDIEM[s.word(i)], i + 1) if s.word(i) in ("am", "pm") else None
    word = s.word(i)
    if word in ("am", "pm"):
        return MERIDIEM[word], i + 1
    if word in ("a", "p"):
        if s.word(i + 1) == "." and s.word(i + 2) == "m" and s.at(i + 2).glued:
            return MERIDIEM[word], i + 4 if s.word(i + 3) == "." and s.at(i + 3).glued else i + 3
        introduced = s.word(i - 2) in INTRODUCTIONS or ":" in s.word(i - 1)
        if introduced and s.at(i).glued and s.at(i - 1).kind == "figure" and not (s.at(i + 1).glued and s.at(i + 1).kind == "word"):
            return MERIDIEM[word], i + 1
        if s.word(i + 1) == "m":
            return MERIDIEM[word], i + 2
    return None


def _close(hour: int, minute: int, s: Sentence, i: int) -> tuple[Clock, int, bool] | None:
    """Add what follows the figures: (clock, end, whether "am", "pm" or "o'clock" was said)."""
    half = meridiem(s, i)
    clock = of(hour, minute, half[0] if half else None)
    if clock is None:
        return None
    if half:
        return clock, half[1], True
    end = s.skip(i, "o'clock", "oclock")
    return clock, end, end > i


def _figures(s: Sentence, i: int, *, ranged: bool = False) -> Hit | None:
    token = s.at(i)
    if token.kind != "figure":
        return None
    colon, dot, span = COLON.fullmatch(token.word), DOT.fullmatch(token.word), RANGE.fullmatch(token.word)
    if colon:
        closed = _close(int(colon[1]), int(colon[2]), s, i + 1)
        if closed and colon[1][0] == "0":
            closed = Clock(closed[0].time), closed[1], True
        return (Piece(clock=closed[0]), closed[1]) if closed else None
    if dot:
        closed = _close(int(dot[1]), int(dot[2]), s, i + 1)
        said = closed is not None and (closed[2] or ranged or s.word(i - 1) in ("at", "@"))
        return (Piece(clock=closed[0]), closed[1]) if closed and said else None
    if span:
        last = _close(int(span[3]), int(span[4] or 0), s, i + 1)
        if last is None or not last[2] and not span[2]:
            return None
        return _range(int(span[1]), int(span[2] or 0), last[0].time, last[1], vague=last[0].vague)
    if s.word(i + 1) == "h" and s.at(i + 1).glued and s.word(i - 1) in INTRODUCTIONS:
        minute = s.digits(i + 2) if s.at(i + 2).glued else None
        clock = of(int(token.word), minute or 0) if token.word.isdecimal() else None
        return (Piece(clock=clock), i + 2 if minute is None else i + 3) if clock else None
    return None


def _range(hour: int, minute: int, last: time, end: int, *, vague: bool) -> Hit | None:
    """ "3-5pm" starts at three in the afternoon, "11-1pm" in the morning."""
    half = 12 if last.hour >= 12 and hour % 12 <= last.hour % 12 else 0
    first = of(hour, minute) if vague else of(hour, minute, half) if hour <= 12 else of(hour, minute)
    return (Piece(clock=first), end) if first else None


def _hour(s: Sentence, i: int, *, introduced: bool) -> Hit | None:
    """An hour alone: "5pm", "three am", "seven thirty p.m."; without am or pm only after "at" and its like."""
    token = s.at(i)
    if token.kind == "figure":
        digits = s.digits(i)
        if digits is None:
            return None
        if len(token.word) == 4 and introduced:
            clock = of(digits // 100, digits % 100)
            return (Piece(clock=Clock(clock.time)), s.skip(i + 1, "hours", "hrs")) if clock else None
        if len(token.word) > 2:
            return None
        hour, minute, end = digits, 0, i + 1
        if s.word(end) == ":" and not s.at(end).glued:
            return None
    elif token.word in ONES and ONES[token.word] <= 12:
        hour, minute, end = ONES[token.word], 0, i + 1
        if s.word(end) in TENS or s.word(end) in ONES:
            tail = integer(s, end)
            if tail and 10 <= tail[0] <= 59:
                minute, end = tail
    else:
        return None
    closed = _close(hour, minute, s, end)
    if closed is None:
        return None
    clock, end, said = closed
    if said or introduced and (minute or _stands_alone(s, end)):
        return Piece(clock=clock), end
    return None


def _stands_alone(s: Sentence, i: int) -> bool:
    """Whether no counted thing follows: "at 5", but not "at 5 Main Street", "by 10 percent", "at 3 houses", "at 5%"."""
    token = s.at(i)
    if token.kind != "word":
        return not (token.glued and token.kind in ("mark", "figure") and token.word not in ".,;!?)")
    if token.glued or token.word in COUNTED or token.text[0].isupper() and not token.text[1:2].isupper():
        return token.text in ("I", "To", "On", "Tomorrow", "Today")
    return len(token.word) < 4 or not token.word.endswith("s") or token.word in ("this", "days")


def _spoken(s: Sentence, i: int) -> Hit | None:
    """ "half past 3", "a quarter to five pm", "20 minutes past 3pm", "ten to noon", "half 7"."""
    j = s.skip(i, "a")
    if s.word(j) in ("half", "quarter"):
        minutes, j = (30 if s.word(j) == "half" else 15), j + 1
    else:
        number = integer(s, j)
        if number is None or not 1 <= number[0] <= 59:
            return None
        minutes, j = number
        counted = s.skip(j, "minutes", "minute", "mins", "min")
        if counted == j and s.at(j - 1).kind == "figure" and s.word(j) in ("to", "after", "of", "before"):
            # "move 3 to 5" and "3 before 5" are not times unless the hour says so.
            if not _says_hour(s, j + 1):
                return None
        j = counted
    if s.word(j) not in ("past", "after", "to", "till", "before", "of"):
        return None
    back = s.word(j) in ("to", "till", "before", "of")
    hour = _spoken_hour(s, j + 1)
    if hour is None:
        return None
    clock, end = hour
    total = clock.time.hour * 60 + (-minutes if back else minutes)
    return Piece(clock=Clock(time(total // 60 % 24, total % 60), vague=clock.vague)), end


def _spoken_hour(s: Sentence, i: int) -> tuple[Clock, int] | None:
    if s.word(i) in NAMED:
        return Clock(NAMED[s.word(i)]), i + 1
    number = integer(s, i)
    if number is None or not 1 <= number[0] <= 23:
        return None
    closed = _close(number[0], 0, s, number[1])
    return (closed[0], closed[1]) if closed and (closed[2] or _stands_alone(s, closed[1])) else None


def _says_hour(s: Sentence, i: int) -> bool:
    return s.word(i) in NAMED or meridiem(s, i + 1) is not None
