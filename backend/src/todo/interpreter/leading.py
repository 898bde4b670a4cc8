"""A date that stands before its command: "on february 28, remind me to file the papers"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap
from todo.interpreter.framing import frames
from todo.interpreter.phrase import Phrase
from todo.when import read

_THEN: Final = re.compile(r"[\s,]+(?:then|instead)$")
_LONGEST: Final = 60


def with_leading_dates(clauses: list[Phrase], context: Context) -> list[Phrase]:
    """The clauses, one that is nothing but a date joined to the end of the addition after it, which lacks it."""
    joined: list[Phrase] = []
    for clause in clauses:
        date = _date_of(joined[-1], context) if joined and frames(unwrap(clause)) else None
        if date is not None and _completes(date, clause, context):
            joined[-1] = Phrase.of(f"{clause.text} {date}")
        else:
            joined.append(clause)
    return joined


def _date_of(clause: Phrase, context: Context) -> str | None:
    if len(clause.low) > _LONGEST:
        return None
    words = unwrap(clause).without_end(_THEN)
    reading = read(words.text, context.now)
    return words.text if (reading.due or reading.rrule) and not reading.rest.strip(" .,!") else None


def _completes(date: str, clause: Phrase, context: Context) -> bool:
    """Whether the clause says nothing of when, or one of the two names the day and the other the time."""
    own, lead = read(clause.text, context.now), read(date, context.now)
    if own.due is None and own.rrule is None:
        return True
    parted = (own.dated, own.timed) in ((True, False), (False, True))
    return parted and (lead.dated, lead.timed) == (own.timed, own.dated)
