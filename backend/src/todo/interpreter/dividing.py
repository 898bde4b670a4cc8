"""Where a command to change falls into the words for the task and the new values: "the report | to friday"."""

import re
from itertools import islice
from typing import Final

from todo.interpreter.changes import merged, read_plain_value, read_shift, read_value, retitled
from todo.interpreter.context import Context
from todo.interpreter.fields import field_value, take_field
from todo.interpreter.lexicon import STRONG_NOUN, word_set
from todo.interpreter.phrase import MASK, Phrase
from todo.interpreter.plan import Changes
from todo.when import read

# Nobody says more prepositions before the new value; each costs a reading.
_MOST_PLACES: Final = 8

RENAMING: Final = word_set(
    "rename retitle reword rewrite change edit update modify replace swap correct revise switch amend alter"
)
_TO: Final = re.compile(r"\s(?P<to>to be due|to be|to start|to trigger|to repeat|to|until|til|till|into)\s")
_FOR: Final = re.compile(r"\s(?P<to>for|by|as|at|on|with|be|due|in|repeat|recur)\s")
PARTICLE: Final = re.compile(
    r"^(?:(?:back|forward|up|out|off|over|ahead|down|around) )+|\s(?:back|forward|up|out|ahead|over|off|"
    r"around)$"
)
ONLY_NOUN: Final = re.compile(rf"(?:(?:my|the|our|a) )?(?:[\w-]+ )?(?:{STRONG_NOUN})")
TIMEY: Final = re.compile(
    r"\b(?:morning|night|noon|evening|afternoon|minutes?|hours?|weekly|daily|prior|before|later|earlier|day|"
    r"days|week|time|date|[ap]\.?m\.?|soon|o'clock|month|schedule)\b"
)
_SAYING: Final = re.compile(r"(?:say|read|be called|be named) ")
# "everything on my work list to friday" says which tasks, not that their list changes
_ON_LIST: Final = re.compile(r"\b(?:on|in|from) (?:my |the |our )?(?:[\w'-]+ ){1,4}list to\s")
_POINTED: Final = re.compile(r"(?:it|that|this|them|both|those) ")
_INCLUDE: Final = re.compile(
    r"\s(?:to (?:also )?(?:include|add|mention|have(?: a)?|contain)|by adding|"
    r"and include)\s+(?P<note>.+?)(?: (?:as well|too|also))?$"
)


def divide(args: Phrase, verb: str, context: Context, *, earlier: bool) -> tuple[Phrase, Changes] | None:
    """The words for the task and the new values, where the sentence falls into these two."""
    field, plain = take_field(args)
    if field == "list" and _ON_LIST.search(args.low):
        field, plain = None, _as_it_is
    if include := _INCLUDE.search(args.low):
        note = args.cut(include.start("note"))
        return args.cut(0, include.start()), Changes(note=(next((q for _, _, q in note.quotes()), None) or note.text))
    if (ahead := _value_first(args, context, earlier=earlier)) is not None:
        return ahead
    if (pronoun := _POINTED.match(args.low)) and (
        shift := read_shift(args.cut(pronoun.end()), context, earlier=earlier)
    ):
        return args.cut(0, pronoun.end()), shift
    if alone := read_shift(_stripped(args), context, earlier=earlier) or read_value(args, context):
        return Phrase("", ""), alone
    for pattern in (_TO, _FOR):
        for found in islice(pattern.finditer(args.low), _MOST_PLACES):
            value = args.cut(found.end())
            if (
                field is not None
                and pattern is _TO
                and found["to"] == "to"
                and (given := field_value(field, value, context))
            ):
                return plain(args.cut(0, found.start())), given
            if found["to"] in ("with", "in") and field is None:
                continue
            by = found["to"] in ("by", "for") and read_shift(value, context, earlier=earlier)
            if changes := by or read_value(value, context):
                left = args.cut(0, found.start())
                if (
                    found["to"] in ("for", "at", "on")
                    and (further := divide(left, verb, context, earlier=earlier))
                    and further[0]
                ):
                    return further[0], merged(further[1], changes)
                return plain(left) if field is None or changes.title is None else left, changes
    if trailing := trailing_value(args, context, earlier=earlier):
        return plain(trailing[0]), trailing[1]
    return _renamed(args, verb)


def _as_it_is(words: Phrase) -> Phrase:
    return words


def _value_first(args: Phrase, context: Context, *, earlier: bool) -> tuple[Phrase, Changes] | None:
    """ "One hour for all the reminders", "the time to 2 pm for book club": the task comes last."""
    for found in re.finditer(r"\s(?:for|on|of)\s", args.low[:200]):
        left = args.cut(0, found.start())
        if field := re.match(r"(?:.*\b(?:time|date|alert|deadline) )?to\s", left.low):
            left = left.cut(field.end())
        changes = read_shift(left, context, earlier=earlier) or (read_value(left, context) if field else None)
        right = args.cut(found.end())
        if changes and not read_value(right, context):
            return right, changes
    return None


def _stripped(args: Phrase) -> Phrase:
    found = PARTICLE.match(args.low)
    return args.cut(found.end()) if found else args


def _renamed(args: Phrase, verb: str) -> tuple[Phrase, Changes] | None:
    if verb not in RENAMING:
        return None
    separator = r"\s(?:with|for|by)\s" if verb in ("replace", "swap") else r"\s(?:to|into|as)\s"
    places = list(re.finditer(separator, args.low))
    if not places:
        return None
    # "rename go to gym to go swimming" is undecided by grammar; the middle one splits most such pairs evenly.
    place = places[len(places) // 2] if len(places) > 1 else places[0]
    new = args.cut(place.end())
    if (
        ONLY_NOUN.fullmatch(args.low[: place.start()].strip())
        and MASK not in new.low
        and verb not in ("rename", "retitle")
        and not _SAYING.match(new.low)
    ):
        return None
    if (
        verb not in ("rename", "retitle")
        and (TIMEY.search(new.low) or re.match(r"(?:the|a|your|my) ", new.low))
        and MASK not in new.low
    ):
        return None
    changes = retitled(new)
    return (args.cut(0, place.start()), changes) if changes else None


def trailing_value(args: Phrase, context: Context, *, earlier: bool = False) -> tuple[Phrase, Changes] | None:
    """A value at the end without a preposition: "snooze the report tomorrow 9am", "push it two hours", "… high
    priority"."""
    reading = read(args.text, context.now)
    last = reading.spans[-1] if reading.spans else None
    # Only what ends the sentence can be a date there; other suffixes need no reading.
    dated = last is not None and last.end == len(args.text)
    words = list(re.finditer(r"\S+", args.low[:600]))
    for word in words[max(1, len(words) - 7) :]:
        value = args.cut(word.start())
        shifted = read_shift(value, context, earlier=earlier)
        if changes := shifted or (read_value(value, context) if dated else read_plain_value(value, context)):
            return args.cut(0, word.start()), changes
    if last is not None and reading.rrule is None and len(reading.spans) == 1 and last.start == 0:
        changes = read_value(args.cut(0, last.end), context)
        return (args.cut(last.end), changes) if changes else None
    return None
