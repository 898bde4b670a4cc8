"""Whether a text should be read again with the person's titles at hand: it may speak of a task that exists."""

import re
from typing import Final

from todo.interpreter.courtesy import unwrap
from todo.interpreter.phrase import Phrase, tidy
from todo.interpreter.plan import Add, Plan

# Who begins so wants something new, whatever exists.
_NEW: Final = re.compile(
    r"(?:add|remind|create|make|remember|don'?t (?:let me )?forget|new|schedule|note|write|jot|todo|to-do|"
    r"set (?:up )?an?|(?:i|we)(?:'ve| also| really)* (?:need|have|must|should|want|got))\b"
)
_LONGEST: Final = 300


def needs_titles(text: str, plan: Plan) -> bool:
    """Whether known titles could change what `plan`, which was read without them, makes of `text`: it is a guess, or
    a new task with a date, a list or a mark that no verb of adding asks for ("the van is for the 16th")."""
    if len(text) > _LONGEST:
        return False
    return not plan.sure or (any(_is_marked(action) for action in plan.actions) and not _is_command(text))


def _is_marked(action: object) -> bool:
    return isinstance(action, Add) and bool(action.due or action.rrule or action.list or action.priority or action.tags)


def _is_command(text: str) -> bool:
    return bool(_NEW.match(unwrap(Phrase.of(tidy(text))).low))
