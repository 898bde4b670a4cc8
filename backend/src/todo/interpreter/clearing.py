"""Sentences that empty a field: "remove the due date from X", "stop repeating X", "take X off its list"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.fields import ANY_FIELD, FIELDS
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Changes, Target, Update
from todo.interpreter.reference import resolve
from todo.interpreter.scope import find_list
from todo.interpreter.targets import read_target

_REMOVE: Final = r"(?:remove|clear|delete|drop|unset|erase|take|get rid of|cancel|reset|strip)(?: off| away| out)?"
_PREPOSITION: Final = r"(?: (?:of|from|for|on|off|in))+"
# "remove the due date from the report"
_FIELD_OF: Final = re.compile(
    rf"{_REMOVE} (?:the |any |all |its |my )*(?:{ANY_FIELD})(?: (?:set|information|value))?{_PREPOSITION} (?P<what>.+)$"
)
# "clear the report's due date"
_OWN_FIELD: Final = re.compile(rf"{_REMOVE} (?P<what>.+?)'s (?:{ANY_FIELD})$")
# "remove its deadline"
_FIELD_OF_IT: Final = re.compile(rf"{_REMOVE} (?:the |its |any )?(?:{ANY_FIELD})$")
_OFF_LIST: Final = re.compile(
    r"(?:remove|take|get|drop) (?P<what>.+?) (?:from|off|off of|out of) (?:its|their) (?:list|project|folder)s?$"
)
_ONE_OFF: Final = r"(?:not (?:repeat|recur(?:ring)?)|to not repeat|non-?recurring|one-?off|a one-?time (?:task|thing))"
_NO_MORE: Final = r"(?: any ?more| any longer)?"
_UNREPEATED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "stop the report from repeating", "make the report one-off"
        rf"stop (?P<what>.+?)(?: from)? (?:repeating|recurring){_NO_MORE}$",
        rf"(?:make|set) (?P<what>.+?) (?:stop (?:repeating|recurring)|{_ONE_OFF}){_NO_MORE}$",
        # "stop repeating the report", "don't repeat the report any more"
        rf"(?:stop|quit) (?:repeating|recurring) (?P<what>.+?){_NO_MORE}$",
        rf"(?:don'?t|do not|no longer) repeat (?P<what>.+?){_NO_MORE}$",
        # "the report should not repeat", "the report doesn't repeat any more"
        r"(?P<what>.+?) (?:should(?:n'?t| not| no longer)|does(?:n'?t| not)|must(?:n'?t| not)) "
        rf"(?:repeat|recur){_NO_MORE}$",
    )
)


def parse_clearing(phrase: Phrase, context: Context) -> Update | None:
    """The field that a phrase empties; title and list names alone are left to other readings."""
    for pattern in _UNREPEATED:
        if found := pattern.match(phrase.low):
            return _cleared("rrule", phrase, found, context)
    if found := _OFF_LIST.match(phrase.low):
        return _cleared("list", phrase, found, context)
    for pattern in (_FIELD_OF, _OWN_FIELD):
        if (found := pattern.match(phrase.low)) and (field := _field(found)):
            return None if find_list(Phrase.of(f"to {found['what']}")) else _cleared(field, phrase, found, context)
    if (found := _FIELD_OF_IT.match(phrase.low)) and (field := _field(found)):
        it = resolve("it", context) if context.touched else None
        return Update(it or Target(), Changes(clear=frozenset({field})))
    return None


def _field(found: re.Match[str]) -> str | None:
    return next((name for name in FIELDS if name not in ("title", "list") and found[name]), None)


def _cleared(field: str, phrase: Phrase, found: re.Match[str], context: Context) -> Update:
    target = read_target(phrase.part(found), context)
    return Update(target, Changes(clear=frozenset({field})))
