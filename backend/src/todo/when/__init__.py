"""Words about time: dates, clock times, repetition. Pure: what time it is, and where, are arguments.

A text becomes `tokens`. At each token the rules of the grammar are asked, and the longest answer is a `piece`:

    iso · numeric · dates · days · weekday · holidays      a day
    weeks · months · edges                                 a stretch of days, or the end of one
    duration · offsets                                     a day or time counted from another
    clock · hour · spoken · daypart                        a time of the day
    repeat · weekly · monthly · yearly · adverb            a `rule` of repetition

Neighbouring pieces `merge` into a `phrase`. Of those in a sentence, `reading` takes the ones that say when it is due;
`expression` wants the whole text to be one; `period` asks which days it spans.
"""

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
