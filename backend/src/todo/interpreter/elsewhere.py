"""A move that does not say where to: "move the dentist to another day", "put the screws on a different list"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Update
from todo.interpreter.targets import read_target

_ELSEWHERE: Final = re.compile(
    r"(?:move|reschedule|change|switch|shift|put) (?P<what>.+?) (?:to|on|onto) (?:another|a different|some other) "
    r"(?:(?P<when>day|date|time|week)|list|project)$"
)


def parse_elsewhere(phrase: Phrase, context: Context) -> Update | None:
    """A change whose value is yet to be said."""
    found = _ELSEWHERE.match(phrase.low)
    if found is None:
        return None
    return Update(read_target(phrase.part(found), context), field=None if found["when"] else "list")
