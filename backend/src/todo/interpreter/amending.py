"""A value taken back in the same breath: "yoga on tuesday, no, wednesday", "… at 5, actually make that 6pm"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.changes import merged, read_value
from todo.interpreter.context import Context
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Action, Add, Changes, Update
from todo.when import Moment

_SORRY: Final = r"(?:no|nope|wait|sorry|oops|actually|rather|or rather|i mean|i meant|make (?:it|that)|scratch that)"
# "…, no wait, wednesday"; without a comma it may be part of a title
_AMENDED: Final = re.compile(
    rf"^(?P<said>.{{3,200}}?)\s*[,.;-]+\s*{_SORRY}(?:[\s,.!]+{_SORRY})*[\s,.!]+(?P<value>.{{1,60}})$"
)


def split_amended(phrase: Phrase, context: Context) -> tuple[Phrase, Changes] | None:
    """What was said first, and the value that takes the place of one in it."""
    found = _AMENDED.match(phrase.low)
    if found is None:
        return None
    changes = read_value(phrase.part(found, "value"), context)
    return (phrase.part(found, "said"), changes) if changes is not None and not changes.due_shift else None


def amended(action: Action, changes: Changes) -> Action | None:
    """The act with the later value in the place of the first; nothing when it had no such value."""
    if isinstance(action, Update):
        first = replace(action.changes, date=None, time=None, due=None) if changes.due else action.changes
        return replace(action, changes=merged(first, changes))
    if not isinstance(action, Add) or not action.title:
        return None
    if changes.priority:
        return replace(action, priority=changes.priority) if action.priority else None
    if changes.list:
        return replace(action, list=changes.list) if action.list else None
    due = changes.due
    if action.due is not None and (changes.date or changes.time):
        due = Moment(changes.date or action.due.date, changes.time or action.due.time)
    return replace(action, due=due, rrule=changes.rrule) if due is not None and action.due is not None else None
