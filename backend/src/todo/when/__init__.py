"""Words about time: dates, clock times, repetition. Pure: what time it is, and where, are arguments."""

from .expression import parse_due, parse_repeat
from .moment import Moment, Period, Reading, Span
from .occurrence import next_occurrence
from .period import read_period
from .reading import read
from .shift import shift
from .speech import say, say_repeat
from .zone import instant

__all__ = [
    "Moment",
    "Period",
    "Reading",
    "Span",
    "instant",
    "next_occurrence",
    "parse_due",
    "parse_repeat",
    "read",
    "read_period",
    "say",
    "say_repeat",
    "shift",
]
