"""The fields of a task by the names that people give them: "the due date of X", "X's priority"."""

import re
from collections.abc import Callable
from typing import Final

from todo.errors import AppError
from todo.interpreter.changes import read_due, read_priority, retitled
from todo.interpreter.context import Context
from todo.interpreter.marks import level
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Changes
from todo.interpreter.scope import find_list
from todo.when import parse_repeat

DUE: Final = (
    r"(?:due (?:date|time|day)(?: and time)?|(?:alert |reminder |start |end )?(?:date|time|day|"
    r"hour)(?: and (?:date|time))?|deadline|due|schedule|timing)"
)
FIELDS: Final[dict[str, str]] = {
    "due": DUE,
    "priority": r"(?:priority(?: level)?|importance|urgency)",
    "title": r"(?:title|name|wording|text|content)",
    "description": r"(?:description|notes?|details?|comments?)",
    "list": r"(?:list|project|folder|category)",
    "rrule": r"(?:frequency|recurrence|repeat(?:ing)?|repetition|interval|cadence)",
    "tags": r"(?:tags?|labels?)",
}  # fmt: skip
ANY_FIELD: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern in FIELDS.items())
_OF: Final = re.compile(rf"(?:the |a |an |its |my )?(?:new )?(?:{ANY_FIELD})(?: of| for| on| in| from| to)(?= )\s*")
_POSSESSED: Final = re.compile(rf"(?:'s|s')? (?:the )?(?:{ANY_FIELD})$")
_UNKNOWN: Final = re.compile(
    r"(?:the )?(?:location|place|address|sound|tone|colou?r|settings?|status|reminder|alert|alarm)s? (?:of|for|"
    r"on) (?=my |the )"
)


def take_field(args: Phrase) -> tuple[str | None, Callable[[Phrase], Phrase]]:
    """The field that "the due date of X …" or "X's priority …" names, and how to take its name off the words of the
    task."""

    def plain(words: Phrase) -> Phrase:
        if found := _OF.match(words.low):
            return words.cut(found.end())
        if found := _UNKNOWN.match(words.low):
            return words.cut(found.end())
        if re.fullmatch(rf"(?:the |its )?(?:{ANY_FIELD})", words.low):
            return Phrase("", "")
        if (found := _POSSESSED.search(words.low)) and found.start():
            return words.cut(0, found.start())
        return words

    if found := _OF.match(args.low):
        return found.lastgroup, plain
    to = re.search(r"\s(?:to|from|as)\s", args.low)
    left = args.low[: to.start()] if to else args.low
    if found := _POSSESSED.search(left) or re.fullmatch(rf"(?:the |its )?(?:{ANY_FIELD})", left):
        return found.lastgroup, plain
    return None, plain


def field_value(field: str, value: Phrase, context: Context) -> Changes | None:
    """A value of the named field."""
    if field == "title":
        return retitled(value)
    if field == "description":
        return Changes(description=next((inner for _, _, inner in value.quotes()), None) or value.text)
    if field == "priority":
        named = level(value.low.removesuffix(" priority").removeprefix("a ").strip())
        return Changes(priority=named) if named else read_priority(value)
    if field == "list":
        mention = find_list(Phrase.of(f"to {value.text}"))
        return Changes(list=mention.name if mention and mention.name else value.text)
    if field == "tags":
        return Changes(add_tags=split_tags(value.text))
    if field == "rrule":
        words = value.low if value.low.startswith("every") or not value.low[:1].isdigit() else f"every {value.low}"
        try:
            return Changes(rrule=parse_repeat(words, context.now))
        except AppError:
            return None
    return read_due(value, context)


def split_tags(tags: str) -> tuple[str, ...]:
    return tuple(tag.strip("\"' ").lstrip("#") for tag in re.split(r",| and |&|\s+(?=#)", tags) if tag.strip("\"' #"))
