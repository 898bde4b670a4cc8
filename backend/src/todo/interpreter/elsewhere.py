"""A move that does not say where to: "move the dentist to another day", "put the screws on a different list"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Ask, Update
from todo.interpreter.targets import read_target

_ELSEWHERE: Final = re.compile(
    r"(?:move|reschedule|change|switch|shift|put) (?P<what>.+?) (?:to|on|onto) (?:another|a different|some other) "
    r"(?:(?P<when>day|date|time|week)|list|project)$"
)


def parse_elsewhere(phrase: Phrase, context: Context) -> Ask | Update | None:
    """A change whose value is yet to be said, or the question for the list."""
    found = _ELSEWHERE.match(phrase.low)
    if found is None:
        return None
    if found["when"]:
        return Update(read_target(phrase.part(found), context))
    what = phrase.part(found).text
    return Ask(f"Which list should it go to? Say “move {what} to my work list”, or whatever the list is called.")
