"""The words without which nothing says when: a sentence that has none of them, and no figure, need not be read."""

from .adverb import ADVERBS
from .calendar import MONTHS, PLURAL_WEEKDAYS, WEEKDAYS
from .daypart import AFTERWARDS, MEALS, PARTS, TIMES, TONIGHT
from .days import RELATIVE
from .duration import LETTERS, UNITS
from .edges import ABBREVIATED, END, END_OF_DAY, MIDDLE, START
from .holidays import HOLIDAYS
from .hour import INTRODUCTIONS
from .months import SEASONS
from .numbers import ONES, ORDINALS, QUANTITIES, TENS
from .repeat import EVERY
from .spoken import NAMED
from .tokens import Sentence, words
from .weekday import LAST, NEXT, THIS

TELLING = frozenset(
    (
        *MONTHS, *WEEKDAYS, *PLURAL_WEEKDAYS, *PARTS, *TIMES, *MEALS, *AFTERWARDS, *TONIGHT, *RELATIVE, *SEASONS,
        *UNITS.keys() - LETTERS, *ADVERBS, *ABBREVIATED, *END_OF_DAY, *ONES, *TENS, *ORDINALS, *NAMED,
        *(name[-1] for name in HOLIDAYS),
        *words("now weekday weekdays weekend weekends workday workdays business play bed nightly"),
    )
)  # fmt: skip
STARTING = TELLING | frozenset(
    (
        *EVERY, *NEXT, *THIS, *LAST, *INTRODUCTIONS, *END, *START, *MIDDLE, *(name[0] for name in HOLIDAYS),
        *(quantity[0][0] for quantity in QUANTITIES),
        *words("the in on for due once current rest late later earlier within during over since sometime + bi semi q"),
    )
)  # fmt: skip
"""What a date, time or repetition may begin with."""


def may_start(s: Sentence, i: int) -> bool:
    """Whether a date, time or repetition may begin at token `i`: spares other tokens the rules."""
    token = s.at(i)
    return token.kind in ("figure", "iso") or token.word in STARTING or token.word.removesuffix("'s") in STARTING


def tells(s: Sentence) -> bool:
    """Whether any word of the sentence, or a figure, may be part of a date, time or repetition."""
    return any(
        token.kind in ("figure", "iso") or token.word in TELLING or token.word.removesuffix("'s") in TELLING
        for token in s.tokens
    )
