"""Clock times in figures and plain words: "5pm", "17:30", "8.30 pm", "three am", "seven thirty p.m.", "at 5"."""

import re
from dataclasses import replace
from datetime import time

from .numbers import ONES, TENS, integer
from .piece import Clock, Hit, Piece
from .tokens import Sentence, words

MERIDIEM = {"am": 0, "a": 0, "pm": 12, "p": 12}
INTRODUCTIONS = (
    "at",
    "@",
    "around",
    "about",
    "by",
    "before",
    "until",
    "till",
    "after",
    "from",
    "approximately",
    "to",
    "between",
)
COLON = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?")
DOT = re.compile(r"(\d{1,2})\.(\d\d)")
RANGE = re.compile(r"(\d{1,2})(?:[:.](\d\d))?-(\d{1,2})(?:[:.](\d\d))?")
COUNTED = words("percent euros euro dollars dollar bucks pounds kg km mi miles degrees people pm/am usd eur")


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
        if (
            introduced
            and s.at(i).glued
            and s.at(i - 1).kind == "figure"
            and not (s.at(i + 1).glued and s.at(i + 1).kind == "word")
        ):
            return MERIDIEM[word], i + 1
        if s.word(i + 1) == "m":
            return MERIDIEM[word], i + 2
    return None


def close(hour: int, minute: int, s: Sentence, i: int) -> tuple[Clock, int, bool] | None:
    """Add what follows the figures: (clock, end, whether "am", "pm" or "o'clock" was said)."""
    half = meridiem(s, i)
    if half is None and s.word(s.skip(i, "-")) == "ish" and s.at(i).glued:
        i = s.skip(i, "-") + 1
    clock = of(hour, minute, half[0] if half else None)
    if clock is None:
        return None
    if half:
        return clock, half[1], True
    end = s.skip(i, "o'clock", "oclock")
    end = end + 1 if minute and s.word(end) == "h" and s.at(end).glued else end
    return clock, end, end > i


def figures(s: Sentence, i: int, *, ranged: bool = False) -> Hit | None:
    token = s.at(i)
    if token.kind != "figure":
        return None
    colon, dot, span = COLON.fullmatch(token.word), DOT.fullmatch(token.word), RANGE.fullmatch(token.word)
    if colon:
        closed = close(int(colon[1]), int(colon[2]), s, i + 1)
        if closed and colon[1][0] == "0":
            closed = Clock(closed[0].time), closed[1], True
        return (Piece(clock=replace(closed[0], written=True)), closed[1]) if closed else None
    if dot:
        closed = close(int(dot[1]), int(dot[2]), s, i + 1)
        said = closed is not None and (closed[2] or ranged or s.word(i - 1) in ("at", "@"))
        return (Piece(clock=closed[0]), closed[1]) if closed and said else None
    if span:
        last = close(int(span[3]), int(span[4] or 0), s, i + 1)
        if last is None or (not last[2] and not span[2]):
            return None
        return opening(int(span[1]), int(span[2] or 0), last[0].time, last[1], vague=last[0].vague)
    if s.word(i + 1) == "h" and s.at(i + 1).glued and s.word(i - 1) in INTRODUCTIONS:
        minute = s.digits(i + 2) if s.at(i + 2).glued else None
        clock = of(int(token.word), minute or 0) if token.word.isdecimal() else None
        return (Piece(clock=clock), i + 2 if minute is None else i + 3) if clock else None
    return None


def opening(hour: int, minute: int, last: time, end: int, *, vague: bool) -> Hit | None:
    """ "3-5pm" starts at three in the afternoon, "11-1pm" in the morning."""
    half = 12 if last.hour >= 12 and hour % 12 <= last.hour % 12 else 0
    first = of(hour, minute) if vague else of(hour, minute, half) if hour <= 12 else of(hour, minute)
    return (Piece(clock=first), end) if first else None


def hour_at(s: Sentence, i: int, *, introduced: bool) -> Hit | None:
    """An hour alone: "5pm", "three am", "seven thirty p.m."; without am or pm only after "at" and its like."""
    token = s.at(i)
    if token.kind == "figure":
        digits = s.digits(i)
        if digits is None:
            return None
        if len(token.word) in (3, 4) and (half := meridiem(s, i + 1)):
            clock = of(digits // 100, digits % 100, half[0])
            return (Piece(clock=clock), half[1]) if clock else None
        if len(token.word) == 4 and introduced and s.word(i - 1) in ("at", "@", "around"):
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
    closed = close(hour, minute, s, end)
    if closed is None:
        return None
    clock, end, said = closed
    if said or (introduced and (minute or stands_alone(s, end))):
        return Piece(clock=clock), end
    return None


def stands_alone(s: Sentence, i: int) -> bool:
    """Whether no counted thing follows: "at 5", but not "at 5 Main Street", "by 10 percent", "at 3 houses", "at 5%"."""
    token = s.at(i)
    if token.kind != "word":
        return not (token.glued and token.kind in ("mark", "figure") and token.word not in ".,;!?)")
    if token.glued or token.word in COUNTED or (token.text[0].isupper() and not token.text[1:2].isupper()):
        return token.text in ("I", "To", "On", "Tomorrow", "Today")
    return len(token.word) < 4 or not token.word.endswith("s") or token.word in ("this", "days")
