"""Sentences that add tasks on command: "remind me to …", "put … on my list", "create a task called …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap, without_reason, without_wish
from todo.interpreter.enumeration import items_after_colon, items_of
from todo.interpreter.framing import added, frames, made, readded, reminded
from todo.interpreter.lexicon import (
    DET,
    MAKE_VERB,
    PLURAL_NOUN,
    STRONG_NOUN,
    TASK_VERBS,
    TODO,
)
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Add
from todo.interpreter.scope import GENERIC, bare_list, take_list
from todo.interpreter.titles import Fields, Timed, read_fields, read_timed, title_of

_LABEL: Final = re.compile(
    rf"(?:note to self|to ?self|memo|quick add|(?:new |next )?(?:{STRONG_NOUN}|item)|add|remember|quick task|"
    rf"note)\s*[:>]\s*"
)
# "todo call mum", "note to self call mum"
_VERB_LABEL: Final = re.compile(
    rf"(?P<self>note to self )(?:to )?(?=\w)|(?:memo|task|{TODO})(?: to)? (?=(?P<verb>[a-z]+) \w)"
)
_NAMED_LIST: Final = re.compile(
    r"(?:(?:my|the|our) )?(?:(?:[\w-]+ ){1,3}list|groceries|grocery|shopping|chores|errands|wishlist):\s+"
)
_PUTTING: Final = re.compile(
    r"[\s,]*\b(?:by|and|so) (?:putting|adding|placing|writing|put|add)(?: (?:it|that|this))?(?: down| in|"
    r" there)?$"
)
_HEADING: Final = re.compile(rf"(?:(?:my|the|our|new|some) )*(?:{PLURAL_NOUN}|{TODO} list|list)(?!\w)")
_REMIND_LATER: Final = re.compile(r"\bremind(?:ing)? (?:me|us)\b")
_DOWN: Final = re.compile(r"\s+down$")
_AS_TASK: Final = re.compile(rf"\s+as (?:a|an|another|one of my) (?:new )?(?:{STRONG_NOUN}|item)$")
_NESTED: Final = re.compile(
    r"(?:that )?(?:i|we) (?:need|have|want|should|must)(?: to)? (?=add |put )|it (?:to|that i) "
)
_OF_IT: Final = re.compile(r"\s+(?:to|on|onto|in) (?:it|there|that list|the same list|here)$")
_THING: Final = (
    rf"(?:something|anything|stuff|things?|{STRONG_NOUN}|items?|entry|entries|chores?|errands?|notes?|events?)"
)
# "add another one", "put something on my list": named is nothing yet
_NAMELESS: Final = re.compile(
    rf"(?:(?:{DET}|new|another|other|one|two|three|more|\d) )*"
    rf"(?:{_THING}|it|that|this|them|some more|more|new|one|here|something else)?(?: (?:else|more|new|here|to do))*"
)
_ARTICLES: Final = r"(?:(?:a|an|another|my|the|one|out|new|separate|blank|different|empty|other) )*"
# "create a list called camping", "start a new shopping list"
_NEW_LIST: Final = re.compile(
    rf"(?:{MAKE_VERB}|need|want)(?: me| us| up)? {_ARTICLES}(?P<name>(?:[\w'-]+ ){{0,3}}?)(?:list|checklist)(?! item)"
    r"(?: (?:called|named|titled|for|of|:) (?P<called>.+))?$"
)


def _adds(content: Phrase, fields: Fields, timed: Timed, name: str | None, *, listed: bool) -> tuple[Add, ...]:
    adds = []
    for item in items_of(content, listed=listed):
        title = None if _NAMELESS.fullmatch(item.low) else title_of(item)
        adds.append(Add(title, fields.description, timed.due, timed.rrule, fields.priority, name, fields.tags))
    return tuple(adds)


def parse_add(phrase: Phrase, context: Context) -> tuple[Add, ...] | None:
    """The tasks that a command adds, or nothing when the phrase is no such command. A task without title is one that
    the person has yet to name."""
    if (label := _LABEL.match(phrase.low) or _verb_label(phrase)) and phrase.cut(label.end()):
        phrase = Phrase.of("add " + phrase.cut(label.end()).text)
    several = items_after_colon(phrase)
    if several and (head := _heading(several[0], context)) is not None:
        return tuple(add for item in several[1] for add in read_item(item, context, head))
    if (named := _NAMED_LIST.match(phrase.low)) and phrase.cut(named.end()):
        place = bare_list(phrase.cut(0, named.end()))
        items = items_of(phrase.cut(named.end()), listed=True)
        return tuple(add for item in items for add in read_item(item, context, Add(list=place.name if place else None)))
    return _command(phrase, context)


def _verb_label(phrase: Phrase) -> re.Match[str] | None:
    found = _VERB_LABEL.match(phrase.low)
    return found if found and (found["self"] or found["verb"] in TASK_VERBS) else None


def _heading(phrase: Phrase, context: Context) -> Add | None:
    """What the words before a colon say of every item after it: "add to my work list", "tasks for tomorrow"."""
    if (command := _command(phrase, context)) is not None:
        return command[0]
    if found := _HEADING.match(phrase.low):
        timed = read_timed(phrase.cut(found.end()), context)
        return Add(due=timed.due, rrule=timed.rrule) if not timed.rest else None
    return None


def read_item(item: Phrase, context: Context, draft: Add | None = None) -> tuple[Add, ...]:
    """One line of a list as a task with its own date and marks; `draft` gives what the line leaves open."""
    draft = draft or Add()
    fields = read_fields(item)
    timed = read_timed(fields.rest, context)
    name, rest, _ = take_list(timed.rest, context.lists)
    title = title_of(rest)
    return (
        replace(
            draft, title=title, description=fields.description or draft.description, due=timed.due or draft.due,
            rrule=timed.rrule or draft.rrule, priority=fields.priority or draft.priority, list=name or draft.list,
            tags=tuple(dict.fromkeys(draft.tags + fields.tags)),
        ),
    )  # fmt: skip


def _command(phrase: Phrase, context: Context) -> tuple[Add, ...] | None:
    fields = read_fields(phrase)
    name, rest, listed = take_list(fields.rest, context.lists)
    rest = unwrap(rest)
    if (new := _new_list(rest, context)) is not None:
        return (new,)
    if listed:
        rest = without_reason(rest)
    elif of_it := _OF_IT.search(rest.low):
        rest, listed = rest.cut(0, of_it.start()), True
    wish = without_wish(rest)
    for start in (rest, wish):
        if start is None or not frames(start):
            continue
        timed = read_timed(start, context)
        opening = unwrap(timed.rest)
        if timed.dated and (later := _REMIND_LATER.search(opening.low[:40])):
            opening = opening.cut(later.start())
        content = reminded(opening)
        if content is None:
            content = made(opening, wished=start is wish)
        if content is None:
            content = added(opening, listed=listed)
        if content is not None:
            return _adds(_plain(content, listed=listed), fields, timed, name, listed=listed)
    return None


def _new_list(phrase: Phrase, context: Context) -> Add | None:
    """An empty list that is wanted; what is first on it is yet to be said."""
    for start in (phrase, without_wish(phrase)):
        if start and (found := _NEW_LIST.match(start.low)):
            group = "called" if found["called"] else "name"
            called = start.part(found, group)
            timed = read_timed(called, context)
            if timed.dated and not timed.rest:
                return Add(due=timed.due, rrule=timed.rrule)
            return Add(list=called.text if called and called.low not in GENERIC else None)
    return None


def _plain(content: Phrase, *, listed: bool) -> Phrase:
    """The content without "as a task", "I need to add", "by putting it" around it."""
    if as_task := _AS_TASK.search(content.low):
        content = content.cut(0, as_task.start())
    if listed and (inner := _NESTED.match(content.low)):
        content = content.cut(inner.end())
    if putting := _PUTTING.search(content.low):
        content = content.cut(0, putting.start())
    return readded(content).without_end(_DOWN) if listed else content
