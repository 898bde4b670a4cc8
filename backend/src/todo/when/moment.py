"""The values that leave this package: moments, periods, and what a sentence said about time."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Moment:
    """A due date, or a due date and clock time, both as the person's wall shows them (no zone)."""

    date: dt.date
    time: dt.time | None = None

    def iso(self) -> str:
        """`2026-11-24`, or `2026-11-24T17:00` (ISO 8601, to the minute)."""
        if self.time is None:
            return self.date.isoformat()
        return f"{self.date.isoformat()}T{self.time:%H:%M}"

    @classmethod
    def from_iso(cls, text: str) -> "Moment":
        """The inverse of `iso`. Raises ValueError for anything else."""
        if len(text) == len("2026-11-24"):
            return cls(dt.date.fromisoformat(text))
        local = dt.datetime.fromisoformat(text)
        if local.tzinfo is not None:
            raise ValueError(f"A moment is local and has no offset, but {text!r} has one.")
        return cls(local.date(), local.time().replace(second=0, microsecond=0))

    def local(self) -> dt.datetime:
        """Naive; a date alone is its midnight, so that moments can be ordered."""
        return dt.datetime.combine(self.date, self.time or dt.time())


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; None leaves that side open."""

    start: dt.date | None
    end: dt.date | None

    def __contains__(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the sentence the words stand: `sentence[start:end] == text`."""

    start: int
    end: int
    text: str
    kind: Literal["due", "repeat"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says about time.

    `rest` is the sentence without the date words. `dated` and `timed` tell what was said and what was filled in:
    "at 5pm" is timed but not dated, its `due` being today or tomorrow. `sure` is false for words that are often
    something else ("sat"). When it repeats, `due` is the first occurrence.
    """

    due: Moment | None
    rrule: str | None
    rest: str
    spans: tuple[Span, ...] = ()
    sure: bool = True
    dated: bool = False
    timed: bool = False
