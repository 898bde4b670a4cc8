"""A whole text as one expression: `parse_due` and `parse_repeat`, which explain themselves when they cannot read it."""

import re
from datetime import datetime

from todo.errors import WhenError

from .calendar import MONTHS
from .moment import Moment
from .numbers import integer, ordinal
from .phrase import LEADS, phrases
from .reading import moment, read, whole_rule
from .rule import HINT, Rule
from .tokens import Sentence

EXAMPLES = 'Try "tomorrow at 5pm", "next friday", "in two weeks", "24 dec" or "2026-11-24T17:00".'
ISO_LIKE = re.compile(r"(\d{1,6})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2}).{0,20})?")
LONGEST = 200


def parse_due(text: str, now: datetime) -> Moment:
    """The moment that the whole of `text` names, in ISO 8601 or words, for a person whose clock shows `now` (aware).

    Raises WhenError, which says what is wrong and what to try.
    """
    words = text.strip()
    if not words:
        raise WhenError(f"There is no date here. {EXAMPLES}")
    if len(words) > LONGEST:
        raise WhenError(f"That is too long for a date ({len(words)} characters). {EXAMPLES}")
    s = Sentence(words, now)
    found = phrases(s)
    whole = [phrase for phrase in found if _covers(s, phrase.start, phrase.end)]
    if whole and whole[0].piece.rule is None and (due := moment(s, whole[0].piece)):
        return due
    reading = read(words, now)
    if reading.due and reading.rrule is None and not reading.rest.strip(" .!,"):
        return reading.due
    raise WhenError(f"{_reason(s, words)} {EXAMPLES}")


def parse_repeat(text: str, now: datetime) -> str:
    """The canonical RRULE of words ("every other tuesday") or of an RRULE. Raises WhenError."""
    words = text.strip()
    if words.upper().startswith(("FREQ=", "RRULE:")):
        return str(Rule.parse(words))
    if len(words) > LONGEST:
        raise WhenError(f"That is too long for a repetition ({len(words)} characters). {HINT}")
    rule = _repetition(words, now) or _repetition(f"every {words}", now)
    if rule is None:
        raise WhenError(f"“{words}” names no repetition. {HINT}")
    return str(Rule.parse(str(rule)))


def _repetition(words: str, now: datetime) -> Rule | None:
    s = Sentence(words, now)
    for phrase in phrases(s):
        if phrase.piece.rule and _covers(s, phrase.start, phrase.end):
            return whole_rule(s, phrase.piece)
    return None


def _covers(s: Sentence, start: int, end: int) -> bool:
    """Whether only prepositions and punctuation stand outside."""
    outside = [*range(start), *range(end, s.size)]
    return all(s.word(k) in LEADS or s.word(k) in (".", "!", ",", "then", "please") for k in outside)


def _reason(s: Sentence, words: str) -> str:
    """Why it is no date, where the figures tell."""
    iso = ISO_LIKE.fullmatch(words)
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3])
        if not 1 <= year <= 9999:
            return f"“{words}” is outside the calendar: years run from 1 to 9999."
        if not 1 <= month <= 12:
            return f"“{words}” has month {month}: months run from 1 to 12."
        if iso[4] and (int(iso[4]) > 23 or int(iso[5]) > 59):
            return f"“{words}” has no such clock time: hours run from 00 to 23, minutes to 59."
        return f"“{words}” does not exist: that month has no day {day}."
    for i in range(s.size):
        place = ordinal(s, i)
        if place and place[0] > 31:
            return f"“{words}”: no month has {place[0]} days."
        clock = re.fullmatch(r"(\d{1,3})[:.](\d{2})", s.word(i))
        if clock and (int(clock[1]) > 23 or int(clock[2]) > 59):
            return f"“{words}” is no clock time: hours run from 00 to 23, minutes to 59."
        if s.word(i) in MONTHS:
            for j in (i + 1, i - 1, i - 2, i - 3):
                day_number = ordinal(s, j) or integer(s, j)
                if day_number and day_number[0] <= 99:
                    return f"“{words}” does not exist: that month has no day {day_number[0]}."
    return f"“{words}” names no date or time."
