"""Parts of the day, and the hour that stands for each: "in the morning", "this evening", "tonight", "after lunch"."""

from datetime import time

from .piece import Clock, DayPart, Days, Hit, Piece
from .tokens import Sentence

PARTS = {
    "morning": DayPart("morning", time(9)),
    "lunchtime": DayPart("noon", time(12)),
    "afternoon": DayPart("afternoon", time(15)),
    "evening": DayPart("evening", time(18)),
    "night": DayPart("night", time(21)),
    "nite": DayPart("night", time(21)),
}
MEALS = {
    "breakfast": DayPart("morning", time(8)),
    "lunch": DayPart("noon", time(12)),
    "dinner": DayPart("evening", time(18)),
    "bedtime": DayPart("night", time(22)),
    "dawn": DayPart("morning", time(6)),
    "sunrise": DayPart("morning", time(6)),
    "sunset": DayPart("evening", time(18)),
    "dusk": DayPart("evening", time(18)),
}
"""Read only after "at" or "by": a "lunch tomorrow" is the task itself."""
TIMES = {name + "s": part for name, part in PARTS.items() if part.name != "noon" and name != "nite"}
"""The plurals, which say that something repeats: "mornings", "friday evenings"."""
AFTERWARDS = {
    "breakfast": DayPart("morning", time(9)),
    "lunch": DayPart("afternoon", time(13)),
    "work": DayPart("evening", time(18)),
    "school": DayPart("afternoon", time(16)),
    "dinner": DayPart("evening", time(20)),
}
TONIGHT = ("tonight", "tonite", "tn", "2nite")


def find(s: Sentence, i: int) -> Hit | None:
    word = s.word(i)
    if word in TONIGHT:
        return Piece(days=Days.of(s.today), part=PARTS["night"]), i + 1
    if word in ("this", "later"):
        j = s.skip(i + 1, "this", "early", "late")
        if s.word(j) in TONIGHT:
            return find(s, j)
        if s.word(j) in PARTS:
            return Piece(days=Days.of(s.today), part=PARTS[s.word(j)]), j + 1
        return None
    if word == "first" and s.word(i + 1) == "thing":
        inner = s.phrase(i + 2, ("in", "the", "morning"))
        return Piece(part=PARTS["morning"]), inner or i + 2
    if word == "after" and s.word(i + 1) in AFTERWARDS:
        return Piece(part=AFTERWARDS[s.word(i + 1)]), i + 2
    if word in ("before", "by") and s.word(i + 1) in ("bed", "bedtime"):
        return Piece(part=MEALS["bedtime"]), i + 2
    return _introduced(s, i)


def _introduced(s: Sentence, i: int) -> Hit | None:
    """ "in the early morning", "at night", "at lunch"."""
    j = s.skip(s.skip(i, "early", "late", "mid"), "-")
    if s.word(j) in ("in", "on", "during", "by", "before", "at", "for", "around", "after"):
        j = s.skip(j + 1, "the")
        j = s.skip(s.skip(j, "early", "late", "middle"), "of", "-")
    elif s.word(j) == "the":
        return None
    if s.word(j) in PARTS and j > i:
        return Piece(part=PARTS[s.word(j)]), j + 1
    if s.word(i) in ("at", "by", "before", "around") and s.word(j) in MEALS:
        return Piece(part=MEALS[s.word(j)]), j + 1
    return None


def beside_day(s: Sentence, i: int) -> Hit | None:
    """A bare part, read only next to a day: "tomorrow morning", "monday early in the morning"."""
    j = s.skip(i, "early", "late", "mid")
    return (Piece(part=PARTS[s.word(j)]), j + 1) if s.word(j) in PARTS else None


def settle(clock: Clock, part: DayPart | None) -> time:
    """The time a vague hour means: "6 in the afternoon" 18:00, "9 at night" 21:00; alone, 1 to 6 are after noon."""
    hour = clock.time.hour
    if not clock.vague:
        return clock.time
    if part is None:
        return clock.time.replace(hour=hour + 12) if 1 <= hour <= 6 else clock.time
    if part.name == "morning":
        return clock.time.replace(hour=hour % 12)
    if part.name == "night" and (hour == 12 or hour <= 4):
        return clock.time.replace(hour=hour % 12)
    return clock.time.replace(hour=hour % 12 + 12)
