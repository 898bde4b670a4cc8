"""Sentences that add tasks on command: "remind me to …", "put … on my list", "create a task called …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import unwrap, without_reason, without_wish
from todo.interpreter.enumeration import items_after_colon, items_of
from todo.interpreter.lexicon import (
    ADD_VERB,
    ALIEN_PLACE,
    DEICTIC_MEDIA,
    DET,
    MAKE_VERB,
    STRONG_NOUN,
    starting,
    word_set,
)
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Add
from todo.interpreter.scope import GENERIC, bare_list, take_list
from todo.interpreter.titles import Fields, Timed, read_fields, read_timed, title_of

_REMIND: Final = re.compile(
    r"(?:(?:remind|remember|notify|alert|ping|nudge|prompt|tell|text|warn)(?: me| us| myself)(?: again|"
    r" please)?|don'?t let me forget|do not let me forget|don'?t forget|"
    r"do not forget|(?:make sure|ensure)(?: that)? (?:i|we)(?: (?:don't|do not) forget| remember)?|"
    r"help me remember|(?:be )?reminded|remember|keep reminding me|nag me|(?:i|we) (?:can'?t|cannot|can not|"
    r"must not|mustn'?t|shouldn'?t|don'?t want to|do not want to) forget|"
    r"(?:i|we) (?:must|have to|need to) (?:not forget|remember))(?!\w)(?P<to>(?: (?:to|that|about|of|on|for|"
    r"when|regarding|with))?)(?!\w)[\s,:]*"
)
_TOLD_OTHERWISE: Final = re.compile(r"(?:tell|text|warn|alert|notify|ping|prompt) (?:me|us)(?! (?:to|that i) )")
_ASKS: Final = re.compile(
    r"(?:remind me|tell me)(?: again)?(?: of| about)? (?:what|which|how|who|where|whether|if|when (?:is|are|do|"
    r"does)|all (?:of )?my|my (?:tasks|reminders|to-?dos))\b"
)
_NOUN: Final = rf"(?:{STRONG_NOUN}|items?|entry|entries|chores?|errands?|notes?|events?)"
# In "add mark all tasks as done" the words before "tasks" are the title's own.
_NO_ADJECTIVE: Final = (
    "to|for|my|on|the|of|and|about|in|all|every|mark|delete|remove|complete|finish|clear|cancel|move|change|update|show|do|"
    "check|review|sort|erase|rename"
)
_MAKE: Final = re.compile(
    rf"(?P<verb>{MAKE_VERB}(?: (?:me|us|up|in|down))?(?= ))?\s*(?P<new>(?:(?:{DET}|new|quick|additional|extra|"
    rf"one|two|three|four|five|more|\d) )*)"
    rf"(?P<adjective>(?:(?!(?:{_NO_ADJECTIVE})\b)[\w'-]+ ){{0,3}}?)"
    rf"(?P<noun>{_NOUN})(?: (?:items?|entry|entries|alerts?|alarm|reminders?|"
    rf"tasks?))?(?![\w'])"
    r"(?P<link>(?:\s*(?::|-(?= )|,)|(?: set(?: up)?)?(?: for me)? (?:to|for|about|that|of|on|called|named|"
    r"titled|entitled|labell?ed|saying|which|regarding|concerning|reminding me|with|in|at|by|where|"
    r"when)(?!\w))?)\s*"
)
_PLAIN_ADJECTIVES: Final = word_set(
    "new quick daily weekly monthly yearly annual hourly another simple friendly single recurring repeating "
    "important urgent high low medium priority following little short brief personal other second general big "
    "small to do todo list task separate upcoming different custom biweekly everyday nightly specific special "
    "these some to-do reminder"
)
_NEEDS_LIST: Final = word_set(
    "put place throw stick get have set list leave save track type pop toss slap tack enter register write "
    "include attach mark insert record"
)
_ADD: Final = starting(rf"(?P<verb>{ADD_VERB}|adding|addd|ad)")
_COMMAND_LATER: Final = re.compile(r"\b(?:remind me|add|set|create|make|put|remember to|don'?t forget)\b")
_LABEL: Final = re.compile(
    rf"(?:note to self|to ?self|memo|quick add|(?:new |next )?(?:{STRONG_NOUN}|item)|add|remember|quick task|"
    rf"note)\s*[:>]\s*"
)
_NAMED_LIST: Final = re.compile(
    r"(?:(?:my|the|our) )?(?:(?:[\w-]+ ){1,3}list|groceries|grocery|shopping|chores|errands|wishlist):\s+"
)
_PUTTING: Final = re.compile(
    r"[\s,]*\b(?:by|and|so) (?:putting|adding|placing|writing|put|add)(?: (?:it|that|this))?(?: down| in|"
    r" there)?$"
)
_AS_TASK: Final = re.compile(rf"\s+as (?:a|an|another|one of my) (?:new )?(?:{STRONG_NOUN}|item)$")
_NESTED: Final = re.compile(
    r"(?:that )?(?:i|we) (?:need|have|want|should|must)(?: to)? (?=add |put )|it (?:to|that i) "
)
_OF_IT: Final = re.compile(r"\s+(?:to|on|onto|in) (?:it|there|that list|the same list|here)$")
_NAMELESS: Final = re.compile(
    rf"(?:(?:{DET}|new|another|other|one|two|three|more|\d) )*(?:something|anything|stuff|things?|it|that|this|"
    rf"them|{_NOUN}|some more|more|new|one|here|something else)?(?: (?:else|more|new|here|to do))*"
)
_NEW_LIST: Final = re.compile(
    rf"(?:{MAKE_VERB}|need|want)(?: me| us| up)? (?:(?:a|an|another|my|the|one|out) )*(?:(?:new|separate|blank|"
    rf"different|empty|other) )*(?P<name>(?:[\w'-]+ ){{0,3}}?)"
    r"(?:list|checklist)(?! item)(?: (?:called|named|titled|for|of|:) (?P<called>.+))?$"
)


def _adds(content: Phrase, fields: Fields, timed: Timed, name: str | None, *, listed: bool) -> tuple[Add, ...]:
    adds = []
    for item in items_of(content, listed=listed):
        title = None if _NAMELESS.fullmatch(item.low) else title_of(item)
        adds.append(Add(title, fields.description, timed.due, timed.rrule, fields.priority, name, fields.tags))
    return tuple(adds)


def _reminded(phrase: Phrase) -> Phrase | None:
    """The content of "remind me to …" and its kin."""
    found = _REMIND.match(phrase.low)
    if found is None or _TOLD_OTHERWISE.match(phrase.low) or _ASKS.match(phrase.low):
        return None
    return phrase.cut(found.end())


def _made(phrase: Phrase, *, wished: bool = False) -> Phrase | None:
    """The content of "create a task …", "set a reminder …", "new task: …"; empty when it has none."""
    found = _MAKE.match(phrase.low)
    if found is None:
        return None
    rest = phrase.cut(found.end())
    adjective = phrase.cut(found.start("adjective"), found.end("adjective"))
    linked = found["link"].strip()
    if (
        not found["verb"]
        and not wished
        and not (":" in linked or "new" in found["new"] or linked in ("to", "about", "called", "named"))
    ):
        return None
    if (
        found["verb"]
        and found["verb"].split()[0] in ("give", "get", "have", "open", "put", "place", "send")
        and "reminder" not in found["noun"]
    ):
        return None
    if linked in ("on", "in", "at", "by", "for") and not rest:
        linked = ""
    if not found["verb"] and not wished and re.search(r"\b(?:my|the|this|that|all|your|these|those)\b", found["new"]):
        return None
    if "event" in found["noun"] and (
        linked not in ("for", "to", "called", "named", "about", ":") or found["verb"] is None
    ):
        return None
    extra = [word for word in adjective.low.split() if word not in _PLAIN_ADJECTIVES]
    if extra and not found["verb"]:
        return None
    if not rest and extra:
        return adjective
    return rest


def _added(phrase: Phrase, *, listed: bool) -> Phrase | None:
    """The content of "add …", "put … on the list"; `listed` when a list was mentioned."""
    found = _ADD.match(phrase.low)
    if found is None:
        return None
    verb = found["verb"].split()[0]
    if (
        verb in _NEEDS_LIST
        and not listed
        and found["verb"] not in ("jot down", "note down", "write down", "put down", "pencil in")
    ):
        return None
    if not listed and (DEICTIC_MEDIA.match(phrase.low[found.end() :]) or ALIEN_PLACE.search(phrase.low[:200])):
        return None
    return phrase.cut(found.end())


def parse_add(phrase: Phrase, context: Context) -> tuple[Add, ...] | None:
    """The tasks that a command adds, or nothing when the phrase is no such command. A task without title is one that
    the person has yet to name."""
    if (label := _LABEL.match(phrase.low)) and phrase.cut(label.end()):
        phrase = Phrase.of("add " + phrase.cut(label.end()).text)
    several = items_after_colon(phrase)
    if several and (head := _command(several[0], context)) is not None and len(several[1]) > 0:
        return tuple(add for item in several[1] for add in read_item(item, context, head[0]))
    if (named := _NAMED_LIST.match(phrase.low)) and phrase.cut(named.end()):
        place = bare_list(phrase.cut(0, named.end()))
        items = items_of(phrase.cut(named.end()), listed=True)
        return tuple(add for item in items for add in read_item(item, context, Add(list=place.name if place else None)))
    return _command(phrase, context)


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
    for start in (rest, without_wish(rest)):
        if start and (new := _NEW_LIST.match(start.low)):
            group = "called" if new["called"] else "name"
            called = start.cut(new.start(group), new.end(group))
            return (Add(list=called.text if called and called.low not in GENERIC else None),)
    if listed:
        rest = without_reason(rest)
    if not listed and (of_it := _OF_IT.search(rest.low)):
        rest, listed = rest.cut(0, of_it.start()), True
    wish = without_wish(rest)
    for start in (rest, wish):
        if start is None:
            continue
        if not _opens(start):
            continue
        timed = read_timed(start, context)
        opening = unwrap(timed.rest)
        if timed.dated and (later := re.search(r"\bremind (?:me|us)\b", opening.low[:40])):
            opening = opening.cut(later.start())
        content = _reminded(opening)
        if content is None:
            content = _made(opening, wished=start is wish)
        if content is None:
            content = _added(opening, listed=listed)
        if content is None:
            continue
        if as_task := _AS_TASK.search(content.low):
            content = content.cut(0, as_task.start())
        if listed and (inner := _NESTED.match(content.low)):
            content = content.cut(inner.end())
        if putting := _PUTTING.search(content.low):
            content = content.cut(0, putting.start())
        # "remind me to add laundry to my list" wants laundry on the list, not a task about adding it.
        if listed and (inner := _ADD.match(content.low)) and inner["verb"] in ("add", "put"):
            content = content.cut(inner.end())
        return _adds(content, fields, timed, name, listed=listed)
    return None


def _opens(phrase: Phrase) -> bool:
    """Whether any frame of this module may begin the phrase, a date before it allowed: spares other sentences the
    date grammar."""
    return any(pattern.match(phrase.low) for pattern in (_REMIND, _MAKE, _ADD)) or bool(
        _COMMAND_LATER.search(phrase.low[:60])
    )
