"""Questions about one task by its words alone: "what's the description of the poster?", "when is the dentist?"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.fields import FIELDS
from todo.interpreter.lexicon import ALIEN, APPOINTMENT
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Filter, List
from todo.interpreter.targets import read_target
from todo.when import read

_ASK: Final = r"(?:what(?:'s|s| is| are| was| does| do)|show(?: me)?|tell me|read(?: me)?)"
_SHOWN: Final = "|".join(FIELDS[name] for name in ("priority", "description", "list", "rrule", "tags"))
# "what's the description of the poster?", "show me the notes for the poster"
_FIELD_OF: Final = re.compile(rf"{_ASK} (?:the |my )?(?:{_SHOWN}) (?:of|for|on|in|to) (?P<what>.+?)(?: say)?$")
# "what's the poster's priority?"
_OWN_FIELD: Final = re.compile(rf"{_ASK} (?P<what>.+?)'s (?:{_SHOWN})$")
# "which list is the poster on?", "what priority does the poster have?"
_FIELD_FIRST: Final = re.compile(
    rf"(?:what|which) (?:{_SHOWN}) (?:is|are|does|do|has) (?P<what>.+?)(?: (?:in|on|under|have|of))?$"
)
# "what's the deadline for the poster?", "the poster's due date"
_DEADLINE: Final = r"(?:due (?:date|time|day)|deadline)"
_DUE_OF: Final = re.compile(rf"{_ASK} (?:the |my )?{_DEADLINE} (?:of|for|on) (?P<what>.+)$")
_OWN_DUE: Final = re.compile(rf"{_ASK} (?P<what>.+?)'s {_DEADLINE}$")
# "when is the dentist?"
_WHEN: Final = re.compile(
    r"(?:when|what (?:time|day|date))(?:'s|s| is| are) (?P<what>[\w' -]+?)(?: (?:due|scheduled|again|at|on|now))*$"
)
# "when am I meeting Luc?"
_WHEN_DOING: Final = re.compile(
    r"when (?:am i|are we) (?!going\b|supposed\b|meant\b|having to\b)[a-z]+ing (?:to |with |at |the |my )*(?P<what>.+)$"
)
# "when is it now?": what was changed last
_WHEN_IT: Final = re.compile(r"when(?:'s|s| is| are) (?:it|that|this|they)(?: (?:due|now|again|scheduled|then))*$")
_NAMED: Final = re.compile(r"(?!(?:the|my|our)\b)\b\w{2,}")
# The world's own dates are no tasks: "when is the next train".
_PUBLIC: Final = re.compile(
    r"\b(?:next|first|last|game|match|train|bus|plane|flight|sun(?:rise|set|s)?|moon|eclipse|solstice|equinox|"
    r"super ?bowl|olympics|election|season|show|concert|film|holiday|time|store|shop|bank|world|best|president|war|"
    r"king|queen)\b"
)


def parse_inquiry(phrase: Phrase, context: Context) -> tuple[List, bool] | None:
    """What a question wants to see of one task, and whether that is sure: only a task has a description, but much
    has a date."""
    for pattern in (_FIELD_OF, _OWN_FIELD, _FIELD_FIRST):
        if (found := pattern.match(phrase.low)) and _is_ours(found["what"], context):
            return List(_named(phrase, found, context)), context.knows(found["what"])
    if _WHEN_IT.match(phrase.low) and len(spoken_of := context.touched or context.shown) == 1:
        return List(Filter(words=spoken_of[0].title), asked="when"), True
    found = _WHEN.match(phrase.low) or _WHEN_DOING.match(phrase.low)
    if found and _is_ours(found["what"], context):
        known = context.knows(found["what"])
        # A day alone is the calendar's: "when is easter"; "the sunday roast" is somebody's.
        reading = read(found["what"], context.now)
        if known or reading.due is None or _NAMED.search(reading.rest):
            sure = known or bool(APPOINTMENT.search(found["what"]))
            return List(_titled(phrase, found, context), asked="when"), sure
    return None


def parse_deadline_question(phrase: Phrase, context: Context) -> List | None:
    """When one task is due, asked by a word that only tasks have: "what's the deadline for the poster?"."""
    for pattern in (_DUE_OF, _OWN_DUE):
        if (found := pattern.match(phrase.low)) and _is_ours(found["what"], context):
            return List(_named(phrase, found, context), asked="when")
    return None


def _is_ours(what: str, context: Context) -> bool:
    short = len(what.split()) <= 5 and not re.match(r"(?:your|it|that|this|you|life)\b", what)
    return context.knows(what) or (short and not ALIEN.search(what) and not _PUBLIC.search(what))


def _titled(phrase: Phrase, found: re.Match[str], context: Context) -> Filter:
    """By the whole title, days in it too."""
    filter_ = _named(phrase, found, context)
    dated = read(found["what"], context.now).due is not None
    what = re.sub(r"^(?:the|my|our) ", "", found["what"])
    return Filter(words=what) if dated and not filter_.list else filter_


def _named(phrase: Phrase, found: re.Match[str], context: Context) -> Filter:
    target = read_target(phrase.part(found), context, bulk=False)
    return Filter(words=target.words, list=target.list)
