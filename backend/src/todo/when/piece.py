"""What a rule of the grammar finds: days, a clock time, a part of the day, a repetition, or several at once."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from .duration import Duration
from .rule import Rule

Grain = Literal["eod", "past", "date", "weekday", "offset", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `start` to `end`; `due` is the one that a task said to be then gets.

    `grain` decides what a neighbour may narrow: "tuesday" narrows "next week", "10 January" overrules "tuesday".
    """

    start: date
    end: date
    due: date
    grain: Grain = "date"

    @classmethod
    def of(cls, day: date | None, grain: Grain = "date") -> "Days | None":
        return None if day is None else cls(day, day, day, grain)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day. `vague` when it could be morning or evening ("at 5", "3:30"), `written` with its minutes
    ("9:30"); `zone` when another one is named."""

    time: time
    vague: bool = False
    written: bool = False
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A stretch of the day, and the time that a task said to be then gets."""

    name: str
    time: time


@dataclass(frozen=True, slots=True)
class Piece:
    days: Days | None = None
    clock: Clock | None = None
    part: DayPart | None = None
    rule: Rule | None = None
    sure: bool = True
    count: int | None = None
    until: date | None = None
    lasting: Duration | None = None

    def exact(self) -> bool:
        """Whether days and clock belong together and nothing may be added ("in 5 minutes")."""
        return self.days is not None and self.clock is not None and self.days.grain == "offset"

    def meaningful(self) -> bool:
        """Whether it says a time by itself."""
        return bool(self.days or self.clock or self.part or self.rule)


Hit = tuple[Piece, int]
"""A piece and the index of the first token after it."""
