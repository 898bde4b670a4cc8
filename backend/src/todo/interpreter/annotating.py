"""Changes that name their field: "add a note to X", "give X high priority", "set a deadline of friday for X"."""

import re
from typing import Final

from todo.interpreter.changes import read_due
from todo.interpreter.clearing import parse_clearing
from todo.interpreter.context import Context
from todo.interpreter.fields import DUE, FIELDS
from todo.interpreter.lexicon import ALIEN, DET, STRONG_NOUN
from todo.interpreter.marks import level
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Changes, Update
from todo.interpreter.reference import resolve
from todo.interpreter.scope import find_list
from todo.interpreter.tagging import parse_tagging
from todo.interpreter.targets import read_target

_LONGEST: Final = 600
_SAYING: Final = r"(?:\s*:|,? (?:saying|that says|which says|to say|reading|with(?: the text)?|as|about|that)\b)"
# "add a note to the report: ask Anna", "put a comment for the report saying ask Anna"
_NOTE: Final = re.compile(
    rf"(?:add|put|attach|write|append|leave|include|make|set|give)(?: in| down| up)? "
    rf"(?:a |an |the |another |this |following )*(?:{FIELDS['description']})(?P<before>.*?)"
    rf"\s*\b(?:to|on|for|in|under|of)\b (?P<what>.+?)(?:{_SAYING}\s*(?P<after>.+))?$"
)
# "add ask Anna to the report reminder"
_APPENDED: Final = re.compile(
    rf"(?:please )?(?:add|put|include|append|insert|write|attach) (?P<note>.+?) (?:to|in|into|on|onto) "
    rf"(?P<what>(?:{DET} )?(?!new\b)(?:(?!list\b|to\b|for\b)[\w':]+ ){{0,5}}?(?:reminders?|alerts?|events?|task)"
    rf"(?: (?:about|for|of|regarding|to) .+)?)$"
)
_NEW_TASK: Final = re.compile(rf"(?:an?|another|new|this|the following|my) (?:\w+ )?(?:{STRONG_NOUN})?$")
# "set a deadline of friday for the report"
_DEADLINE: Final = re.compile(
    rf"(?:add|set|put|give|assign) (?:a |an |the |new )*(?:{DUE}) (?:of |for |to |on )?(?P<value>.+?) (?:to|for|on) "
    rf"(?P<what>.+)$"
)
# "give high priority to the report"
_PRIORITY: Final = re.compile(
    r"(?:give|assign|set|add|put|make) (?:a |the )?(?P<value>[\w ]{1,14}?) priority (?:to|on|for) (?P<what>.+)$"
)
# "add a due date to the report": its value is yet to be said
_UNSAID: Final = re.compile(
    rf"(?:add|set|put|give|assign) (?:a |an |the )(?:{FIELDS['priority']}|due date|deadline) (?:to|for|on|of) "
    r"(?P<what>(?!.* (?:to|as) ).+)$"
)
# "raise the priority of the report"
_RAISED: Final = re.compile(
    r"(?:(?P<up>raise|increase|bump up|bump|up)|lower|decrease|reduce|drop) (?:the )?priority (?:of|on|for) "
    r"(?P<what>(?!.* to ).+)$"
)
_OF_NOTE: Final = re.compile(rf"(?:the |its )?(?:{FIELDS['description']}) (?:of|for|on|in) ")
# "put it on my work list"
_PUT_IT: Final = re.compile(
    r"(?:put|move|add) (?P<it>it|that|this|them|those|both|the \w+ one) (?:on|onto|to|in|into) "
)
# "put the dentist on my health list": a move when such a task is known
_PUT_KNOWN: Final = re.compile(r"(?:put|place|stick) (?:the |my )?(?P<what>.+?) (?:on|onto|in|into|under) ")
_TASK: Final = re.compile(rf"\b(?:{STRONG_NOUN}|it|that|this|item|appointment|meeting|event)\b|\ue000")


def parse_field_change(phrase: Phrase, context: Context) -> Update | None:
    """Notes, tags, priorities and emptied fields; these say "add" and "remove" too, so they are tried before both."""
    if len(phrase.low) > _LONGEST:
        return None
    if (update := parse_tagging(phrase, context) or parse_clearing(phrase, context)) is not None:
        return update
    if (moved := _listed(phrase, context)) is not None:
        return moved
    if found := _NOTE.match(phrase.low):
        return _noted(phrase, found, context)
    if (found := _PRIORITY.match(phrase.low)) and (named := level(found["value"])):
        return Update(read_target(phrase.cut(found.start("what")), context), Changes(priority=named))
    if (found := _DEADLINE.match(phrase.low)) and (due := read_due(phrase.part(found, "value"), context)):
        return Update(read_target(phrase.cut(found.start("what")), context), due)
    if found := _RAISED.match(phrase.low):
        return Update(read_target(phrase.part(found), context), Changes(priority="high" if found["up"] else "low"))
    if found := _UNSAID.match(phrase.low):
        return Update(read_target(phrase.part(found), context))
    found = _APPENDED.match(phrase.low)
    if found and not ALIEN.search(found["what"]) and not _NEW_TASK.match(found["note"]):
        note, what = phrase.part(found, "note"), phrase.cut(found.start("what"))
        if of_note := _OF_NOTE.match(what.low):
            what = what.cut(of_note.end())
        return Update(read_target(what, context), Changes(note=_said(note)))
    return None


def _listed(phrase: Phrase, context: Context) -> Update | None:
    """A task that is pointed at, or known by its title, put on another list."""
    pointed, known = _PUT_IT.match(phrase.low), _PUT_KNOWN.match(phrase.low)
    mention = find_list(phrase, context.lists) if pointed or known else None
    if mention is None or mention.name is None:
        return None
    if pointed:
        it = resolve(pointed["it"], context)
        return Update(it, Changes(list=mention.name)) if it and it.ids else None
    if known and context.knows(known["what"]):
        what = phrase.part(known)
        return Update(read_target(what, context), Changes(list=mention.name))
    return None


def _noted(phrase: Phrase, found: re.Match[str], context: Context) -> Update | None:
    before = phrase.part(found, "before")
    after = phrase.part(found, "after") if found["after"] else None
    what = phrase.part(found)
    note = before or after
    existing = _TASK.search(what.low) or context.knows(what.low) or ":" in phrase.low
    if find_list(Phrase.of(f"to {what.text}")) or not existing:
        return None
    return Update(read_target(what, context), Changes(note=_said(note) if note else None))


def _said(note: Phrase) -> str:
    return next((inner for _, _, inner in note.quotes()), None) or note.text
