"""Requests that move a task without saying so: "remind me at 5 instead of 4 to …", "I want the … reminder at 7"."""

import re
from typing import Final

from todo.interpreter.changes import read_shift, read_value
from todo.interpreter.context import Context
from todo.interpreter.dividing import trailing_value
from todo.interpreter.lexicon import STRONG_NOUN, UPDATE_VERB
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Update
from todo.interpreter.reference import resolve
from todo.interpreter.targets import read_target

_REMIND: Final = r"(?:remind|tell|alert|notify) me"
_INSTEAD: Final = r"(?:instead of|rather than|and not|not)"
# "remind me of the poster at 5 instead of 4"
_VALUE_LAST: Final = re.compile(rf"{_REMIND} (?:to|about|of|that|for|on) (?P<what>.+?) {_INSTEAD} (?P<old>.+)$")
# "remind me at 5 instead of 4 to frame the poster"
_VALUE_FIRST: Final = re.compile(
    rf"{_REMIND} (?P<value>(?:at |on |for )?.{{1,40}}?) {_INSTEAD} (?P<old>.{{1,30}}?) (?:to|about|of|for) "
    r"(?P<what>.+)$"
)
# "instead of 4 remind me at 5 to frame the poster"
_OLD_FIRST: Final = re.compile(
    rf"(?:instead of|rather than) (?P<old>.{{1,30}}?),? {_REMIND} (?P<value>(?:at |on |for )?.{{1,40}}?) "
    r"(?:to|about|of|for) (?P<what>.+)$"
)
# "remind me about the poster an hour earlier"
_SOONER: Final = re.compile(
    rf"{_REMIND} (?:to|about|of|for) (?P<what>.+?) (?P<value>(?:an?|\d+|\w+|half an?) \w+ (?:earlier|later|sooner))$"
)
_AMOUNT: Final = (
    r"(?:an?|one|two|three|four|five|six|\d{1,3}|half an?|a couple of) (?:minutes?|hours?|days?|weeks?|months?)"
)
# "the poster a day later"; "half an hour earlier" is about what was spoken of
_SHIFTED: Final = re.compile(
    rf"(?:(?P<what>(?!(?:remind|in|add|{UPDATE_VERB})\b).+?) )??"
    rf"(?P<value>{_AMOUNT} (?:earlier|later|sooner))$"
)
# "take a walk 30 minutes later" is one more
_NEW: Final = re.compile(r"\w+ (?:an?|some) ")
# "I want my poster reminder to be at 7 instead"
_WANTED: Final = re.compile(
    rf"(?:(?:i|we)(?:'d| would)? (?:want|need|like|prefer) )?(?P<what>(?:my|the|our) (?=.*\b{STRONG_NOUN}\b).+?) "
    r"to (?:be|go off|happen|start|repeat|come|ring) (?:set |due )?(?P<value>.+?)(?: instead| now)?$"
)


def parse_retiming(phrase: Phrase, context: Context) -> Update | None:
    """The task and its new time, or nothing when the phrase is no such request."""
    if found := _VALUE_LAST.match(phrase.low):
        divided = trailing_value(phrase.part(found), context)
        if divided and read_value(phrase.part(found, "old"), context):
            return Update(read_target(divided[0], context), divided[1])
    for pattern in (_VALUE_FIRST, _OLD_FIRST):
        if (found := pattern.match(phrase.low)) and (changes := read_value(phrase.part(found, "value"), context)):
            return Update(read_target(phrase.part(found), context), changes)
    if (found := _SOONER.match(phrase.low)) and (changes := read_shift(phrase.part(found, "value"), context)):
        return Update(read_target(phrase.part(found), context), changes)
    found = _SHIFTED.match(phrase.low)
    new = found is not None and _NEW.match(found["what"] or "")
    if found and not new and (changes := read_shift(phrase.part(found, "value"), context)):
        if found["what"]:
            return Update(read_target(phrase.part(found), context), changes)
        it = resolve("it", context)
        return Update(it, changes) if it is not None and it.ids else None
    if (found := _WANTED.match(phrase.low)) and (changes := read_value(phrase.part(found, "value"), context)):
        return Update(read_target(phrase.part(found), context), changes)
    return None
