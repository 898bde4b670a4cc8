"""Changes that name the field: "the due date of X", "add a note to X", "tag X with …", "remove the deadline from X"."""

import re
from collections.abc import Callable
from typing import Final

from todo.errors import AppError
from todo.interpreter.changes import read_due, read_priority, retitled
from todo.interpreter.context import Context
from todo.interpreter.lexicon import ALIEN, DET, STRONG_NOUN
from todo.interpreter.marks import level
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Changes, Target, Update
from todo.interpreter.reference import resolve
from todo.interpreter.scope import find_list
from todo.interpreter.targets import read_target
from todo.when import parse_repeat

_DUE: Final = (
    r"(?:due (?:date|time|day)(?: and time)?|(?:alert |reminder |start |end )?(?:date|time|day|"
    r"hour)(?: and (?:date|time))?|deadline|due|schedule|timing)"
)
_FIELDS: Final[dict[str, str]] = {
    "due": _DUE,
    "priority": r"(?:priority(?: level)?|importance|urgency)",
    "title": r"(?:title|name|wording|text|content)",
    "description": r"(?:description|notes?|details?|comments?)",
    "list": r"(?:list|project|folder|category)",
    "rrule": r"(?:frequency|recurrence|repeat(?:ing)?|repetition|interval|cadence)",
    "tags": r"(?:tags?|labels?)",
}  # fmt: skip
_ANY: Final = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _FIELDS.items())
_OF: Final = re.compile(rf"(?:the |a |an |its |my )?(?:new )?(?:{_ANY})(?: of| for| on| in| from| to)(?= )\s*")
_POSSESSED: Final = re.compile(rf"(?:'s|s')? (?:the )?(?:{_ANY})$")
_UNKNOWN: Final = re.compile(
    r"(?:the )?(?:location|place|address|sound|tone|colou?r|settings?|status|reminder|alert|alarm)s? (?:of|for|"
    r"on) (?=my |the )"
)
_NOTE: Final = re.compile(
    rf"(?:add|put|attach|write|append|leave|include|make|set|give)(?: in| down| up)? (?:a |an |the |another |"
    rf"this |following )*(?:{_FIELDS['description']})(?P<before>.*?)\s*\b(?:to|on|for|in|under|"
    rf"of)\b (?P<what>.+?)"
    r"(?:\s*(?::|,? (?:saying|that says|which says|to say|reading|with(?: the text)?|as|about|"
    r"that)\b)\s*(?P<after>.+))?$"
)
_APPENDED: Final = re.compile(
    rf"(?:please )?(?:add|put|include|append|insert|write|attach) (?P<note>.+?) (?:to|in|into|on|"
    rf"onto) (?P<what>(?:{DET} )?(?!new\b)(?:(?!list\b|to\b|for\b)[\w':]+ ){{0,5}}?(?:reminders?|alerts?|"
    rf"events?|task)(?: (?:about|for|of|regarding|to) .+)?)$"
)
_TAG: Final = re.compile(
    r"(?:(?:tag|label) (?P<what>.+?) (?:with|as|by) (?P<tags>[#\w][#\w/ ,&-]*)|(?:add|put|attach|apply|set|"
    r"give) (?:the |a )?(?:tags?|labels?) (?P<tags2>[#\w\ue000\"'][^ ]*(?:(?:,| and) [#\w]+)*) (?:to|"
    r"on) (?P<what2>.+)|"
    r"(?:add|put|attach) (?P<tags3>#[\w/-]+(?:(?:,| and) #?[\w/-]+)*) (?:to|on) (?P<what3>.+)|"
    r"(?:tag) (?P<what4>.+?) (?P<tags4>#[\w/-]+(?: #[\w/-]+)*))$"
)
_UNTAG: Final = re.compile(
    r"(?:remove|delete|drop|take|clear|strip)(?: off)? (?:the )?(?:(?:tags?|labels?) (?P<tags>#?[\w/-]+(?:(?:,|"
    r" and) #?[\w/-]+)*)|(?P<tags2>#[\w/-]+)(?: (?:tag|label))?|(?P<tags3>[\w/-]+) (?:tag|label)) (?:from|off|"
    r"of|on) (?P<what>.+)$|untag (?P<what2>.+?)(?: (?:from|as) (?P<tags4>#?[\w/-]+))?$"
)
_CLEAR: Final = re.compile(
    rf"(?:remove|clear|delete|drop|unset|erase|take|get rid of|cancel|reset|strip)(?: off| away| out)? (?:the |"
    rf"any |all |its |my )*(?:{_ANY})(?: (?:set|information|value))?(?: (?:of|from|for|on|off|"
    rf"in))+ (?P<what>.+)$|"
    rf"(?:remove|clear|delete|drop|"
    rf"erase) (?P<whose>.+?)(?:'s) (?:{'|'.join(f'(?P<own_{n}>{p})' for n, p in _FIELDS.items())})$|"
    r"(?P<stop>stop|make|set) (?P<repeat>.+?) (?:from )?(?:repeating|recurring|not (?:repeat|recur(?:ring)?)|"
    r"to not repeat|non-?recurring|one-?off|a one-?time (?:task|thing))$"
)
_CLEAR_IT: Final = re.compile(rf"(?:remove|clear|delete|drop|unset) (?:the |its |any )?(?:{_ANY})$")
_PUT_IT: Final = re.compile(
    r"(?:put|move|add) (?P<it>it|that|this|them|those|both|the \w+ one) (?:on|onto|to|in|into) "
)
_DEADLINE: Final = re.compile(
    rf"(?:add|set|put|give|assign) (?:a |an |the |new )*(?:{_DUE}) (?:of |for |to |on )?(?P<value>.+?) (?:to|"
    rf"for|on) (?P<what>.+)$"
)
_PRIORITY: Final = re.compile(
    r"(?:give|assign|set|add|put|make) (?:a |the )?(?P<value>[\w ]{1,14}?) priority (?:to|on|"
    r"for) (?P<what>.+)$"
)


def take_field(args: Phrase) -> tuple[str | None, Callable[[Phrase], Phrase]]:
    """The field that "the due date of X …" or "X's priority …" names, and how to take its name off the words of the
    task."""

    def plain(words: Phrase) -> Phrase:
        if found := _OF.match(words.low):
            return words.cut(found.end())
        if found := _UNKNOWN.match(words.low):
            return words.cut(found.end())
        if re.fullmatch(rf"(?:the |its )?(?:{_ANY})", words.low):
            return Phrase("", "")
        if (found := _POSSESSED.search(words.low)) and found.start():
            return words.cut(0, found.start())
        return words

    if found := _OF.match(args.low):
        return found.lastgroup, plain
    to = re.search(r"\s(?:to|from|as)\s", args.low)
    left = args.low[: to.start()] if to else args.low
    if found := _POSSESSED.search(left) or re.fullmatch(rf"(?:the |its )?(?:{_ANY})", left):
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
        return Changes(add_tags=_split(value.text))
    if field == "rrule":
        words = value.low if value.low.startswith("every") or not value.low[:1].isdigit() else f"every {value.low}"
        try:
            return Changes(rrule=parse_repeat(words, context.now))
        except AppError:
            return None
    return read_due(value, context)


def _split(tags: str) -> tuple[str, ...]:
    return tuple(tag.strip("\"' ").lstrip("#") for tag in re.split(r",| and |&|\s+(?=#)", tags) if tag.strip("\"' #"))


def parse_field_change(phrase: Phrase, context: Context) -> Update | None:
    """Notes, tags, priorities and cleared fields; these say "add" and "remove" too, so they are tried before both."""
    if len(phrase.low) > 600:
        return None
    if found := _TAG.match(phrase.low):
        group = next(g for g in ("", "2", "3", "4") if found[f"tags{g}"])
        tags = phrase.text[found.start(f"tags{group}") : found.end(f"tags{group}")]
        return Update(
            read_target(phrase.cut(found.start(f"what{group}"), found.end(f"what{group}")), context),
            Changes(add_tags=_split(tags)),
        )
    if found := _UNTAG.match(phrase.low):
        group = "what" if found["what"] else "what2"
        tags = next((found[g] for g in ("tags", "tags2", "tags3", "tags4") if found[g]), "")
        changes = Changes(remove_tags=_split(tags)) if tags else Changes(clear=frozenset({"tags"}))
        return Update(read_target(phrase.cut(found.start(group), found.end(group)), context), changes)
    if found := _CLEAR.match(phrase.low):
        group = next(g for g in ("what", "whose", "repeat") if found[g])
        cleared = (
            "rrule" if group == "repeat" else next(name for name in _FIELDS if found[name] or found[f"own_{name}"])
        )
        if cleared not in ("title", "list") and not find_list(Phrase.of(f"to {found[group]}")):
            return Update(
                read_target(phrase.cut(found.start(group), found.end(group)), context),
                Changes(clear=frozenset({cleared})),
            )
    if found := _CLEAR_IT.match(phrase.low):
        cleared = next(name for name in _FIELDS if found[name])
        it = resolve("it", context) if context.touched else None
        return Update(it or Target(), Changes(clear=frozenset({cleared}))) if cleared not in ("title", "list") else None
    if (found := _PUT_IT.match(phrase.low)) and (mention := find_list(phrase, context.lists)) and mention.name:
        it = resolve(found["it"], context)
        return Update(it, Changes(list=mention.name)) if it and it.ids else None
    if found := _NOTE.match(phrase.low):
        return _noted(phrase, found, context)
    if (found := _PRIORITY.match(phrase.low)) and (named := level(found["value"])):
        return Update(read_target(phrase.cut(found.start("what")), context), Changes(priority=named))
    if (found := _DEADLINE.match(phrase.low)) and (
        due := read_due(phrase.cut(found.start("value"), found.end("value")), context)
    ):
        return Update(read_target(phrase.cut(found.start("what")), context), due)
    if (
        (found := _APPENDED.match(phrase.low))
        and not ALIEN.search(found["what"])
        and not re.match(rf"(?:an?|another|new|this|the following|my) (?:\w+ )?(?:{STRONG_NOUN})?$", found["note"])
    ):
        note = phrase.cut(found.start("note"), found.end("note")).text
        return Update(read_target(phrase.cut(found.start("what")), context), Changes(note=note))
    return None


def _noted(phrase: Phrase, found: re.Match[str], context: Context) -> Update | None:
    before = phrase.cut(found.start("before"), found.end("before"))
    after = phrase.cut(found.start("after"), found.end("after")) if found["after"] else None
    what = phrase.cut(found.start("what"), found.end("what"))
    note = before or after
    named = re.search(rf"\b(?:{STRONG_NOUN}|it|that|this|item|appointment|meeting|event)\b|\ue000", what.low)
    known = any(what.low.removeprefix("the ") == title.lower() for title in context.titles)
    if find_list(Phrase.of(f"to {what.text}")) or not (named or known or ":" in phrase.low):
        return None
    words = (next((inner for _, _, inner in note.quotes()), None) or note.text) if note else None
    return Update(read_target(what, context), Changes(note=words))
