"""The new values in a sentence: "to friday", "by an hour", "high priority", "monthly", "to the work list"."""

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from todo.errors import AppError
from todo.interpreter.context import Context
from todo.interpreter.marks import level, take_priority, take_tags
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Changes
from todo.interpreter.scope import bare_list
from todo.interpreter.titles import quoted_title
from todo.when import Moment, parse_repeat, read, shift

_CLOCK_WORDS: Final = re.compile(
    r"(?:\d{1,2}(?:[:.h]\d{2})?(?::\d{2})?|[ap]\.?m\.?|\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m?\.?|at|by|from|for|to|"
    r"until|before|around|about|o'?clock|noon|midnight|midday|half|quarter|past|to|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirty|fifteen|forty-?five|twenty|ten|"
    r"in the (?:morning|afternoon|evening)|at night|sharp|@|due|instead|the|exactly|minutes?|,)"
)
_CLOCK: Final = re.compile(rf"\s*(?:{_CLOCK_WORDS.pattern}(?:\s+|$))+")
_CLEARED: Final = re.compile(
    r"(?:none|nothing|no(?:ne)? (?:due )?date|no date|never|no (?:priority|deadline|due date)|blank|empty|"
    r"unscheduled|undated|someday)$"
)
_NO_SHIFT: Final = re.compile(r"(?:in|within|every|each|next|this|until|till|on|it|that|them|the|my) ")
_DIRECTED: Final = re.compile(r"\b(?:earlier|later|sooner|before|after|less|more|back|ahead|out|forward)\b")
_DIRECTION: Final = re.compile(r"\b(?:by|for|back|forward|ahead|up|out|earlier|sooner|later)\b ?")
_URGENCY: Final = re.compile(
    r"(?:(?:as|to|be|is|a|an|very|more|of|the|top|most) )*(?P<level>urgent|important|critical|top priority|"
    r"less important|unimportant|not (?:urgent|important)|low|high|medium|highest|lowest)(?: (?:priority|"
    r"importance))?$"
)
_LONGEST_VALUE: Final = 300
_BEING: Final = re.compile(
    r"(?:be |be due |have |be in |be set |be moved |being )+(?:to |for |on |at )?(?:(?:a |the )?(?=\w+ priority))?"
)
_UNIT: Final = re.compile(
    r"\b(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?|fortnight|bit)\b|\d(?:m|h|d|w|min|hr|hour|"
    r"day|week)s?\b"
)


def clock_only(words: str) -> bool:
    """Whether date words name a time of day and no day: "5 pm", "at noon"."""
    return bool(_CLOCK.fullmatch(words.strip().lower()))


def read_due(phrase: Phrase, context: Context) -> Changes | None:
    """The new due or repetition that the phrase is, or nothing when it is more, or no such words."""
    low = phrase.low.strip()
    if not low:
        return None
    if part := re.fullmatch(r"(?:the )?(morning|afternoon|evening|night)", low):
        phrase = Phrase.of(f"in the {part[1]}")
    if re.fullmatch(r"\d{1,2}(?::\d\d)?", low):
        phrase = Phrase.of(f"at {phrase.text.strip()}")
    if _CLEARED.fullmatch(low):
        return Changes(clear=frozenset({"due"}))
    if moved := read_shift(phrase, context):
        return moved
    reading = read(phrase.text, context.now)
    rest = re.sub(
        r"\b(?:due|be|to|is|set|at|on|for|trigger|repeat(?:ing)?|recurring|recur|happen|start|starting|instead|"
        r"remind me|go off|every|its|the|new|date|time|by|until|just|it|and|only|once|a|from|same|now on|"
        r"beginning|in|alert|alarm|me|ring|scheduled|schedule|moved|changed|mid|early|late)\b|\W",
        "",
        reading.rest.lower(),
    )
    if rest or (reading.due is None and reading.rrule is None):
        return _repeat_alone(phrase, context)
    if reading.rrule is not None:
        return Changes(
            rrule=reading.rrule, due=reading.due if reading.due is not None and reading.due.time is not None else None
        )
    words = " ".join(span.text for span in reading.spans)
    if reading.due is not None and clock_only(words):
        # The day stays, so whether that time has passed today must not turn "10:00" into the evening's.
        morning = read(phrase.text, context.now.replace(hour=0, minute=0))
        return Changes(time=(morning.due or reading.due).time)
    return due_change(reading.due, words) if reading.due is not None else None


def due_change(due: Moment, words: str) -> Changes:
    """A move keeps what it does not name: a day alone keeps the time, a time alone keeps the day."""
    if due.time is not None and clock_only(words):
        return Changes(time=due.time)
    if due.time is None:
        return Changes(date=due.date)
    return Changes(due=due)


def read_shift(phrase: Phrase, context: Context, *, earlier: bool = False) -> Changes | None:
    """ "By an hour", "two days later": relative to the existing due; `earlier` when the verb says so ("bring
    forward")."""
    low = re.sub(r"^(\d+)([a-z])", r"\1 \2", phrase.low.strip())
    if not _UNIT.search(low) or _NO_SHIFT.match(low) or len(low) > 60:
        return None
    base = Moment(context.now.date(), dt.time(12))
    amount = _DIRECTION.sub("", low).strip()
    words = f"{amount} earlier" if earlier else low if _DIRECTED.search(low) else f"{amount} later"
    return Changes(due_shift=words) if shift(words, base, context.now) is not None else None


def _repeat_alone(phrase: Phrase, context: Context) -> Changes | None:
    words = re.sub(r"^(?:to |be |repeat |recur |recurring |happen |on a |on |a )+", "", phrase.low.strip())
    words = re.sub(r"(?: basis| repeat| recurrence| one| reminder| task)$", "", words)
    if re.fullmatch(r"\d+ (?:hours?|days?|weeks?|months?|years?)", words):
        words = f"every {words}"
    if not re.match(
        r"(?:every|each|daily|weekly|monthly|yearly|annually|annual|hourly|weekdays|weekends|bi|fortnightly|"
        r"quarterly|once|twice|mondays|tuesdays)",
        words,
    ):
        return None
    try:
        return Changes(rrule=parse_repeat(words, context.now))
    except AppError:
        return None


def read_priority(phrase: Phrase) -> Changes | None:
    """A new priority that is all the phrase says."""
    if found := _URGENCY.fullmatch(phrase.low):
        word = found["level"].split()[0]
        if word in ("less", "unimportant", "not"):
            return Changes(priority="low")
        return Changes(priority=level(word))
    priority, rest = take_priority(phrase)
    if priority is not None and not re.sub(
        r"\b(?:to|a|the|be|as|set|it|of|priority|task|and|is|have|with)\b|\W", "", rest.low
    ):
        return Changes(priority=priority)
    return None


def read_list(phrase: Phrase, context: Context) -> Changes | None:
    """ "The work list", or the bare name of a list that the person has."""
    if lead := re.match(r"(?:in|on|under|into|onto)(?: to)? ", phrase.low):
        phrase = phrase.cut(lead.end())
    place = bare_list(phrase)
    if (
        place
        and place.end >= len(phrase.low)
        and re.search(r"\b(?:list|project|folder|section|board|category)\b", phrase.low)
    ):
        if re.match(r"(?:section|project|folder|board|category|list) ", phrase.low):
            return Changes(list=phrase.cut(phrase.low.index(" ")).text)
        return Changes(list=place.name) if place.name else Changes(clear=frozenset({"list"}))
    bare = re.sub(r"^(?:my |the |our )", "", phrase.low)
    for name in context.lists:
        if bare == name.lower():
            return Changes(list=name)
    return None


def read_value(phrase: Phrase, context: Context) -> Changes | None:
    """Whatever field the phrase is a value of: a date, a priority, a list; tags when it is only those."""
    inner = _inner(phrase)
    return (read_due(inner, context) or read_plain_value(inner, context)) if inner else None


def read_plain_value(phrase: Phrase, context: Context) -> Changes | None:
    """The same without dates."""
    inner = _inner(phrase)
    if inner is None:
        return None
    if _CLEARED.fullmatch(inner.low):
        return Changes(clear=frozenset({"due"}))
    if changes := read_list(inner, context) or read_priority(inner):
        return changes
    tags, rest = take_tags(inner)
    return Changes(add_tags=tags) if tags and not rest else None


def _inner(phrase: Phrase) -> Phrase | None:
    """The value without "be" and "have" before it; nothing when the phrase is too long for a value."""
    phrase = phrase.trimmed()
    if not phrase or len(phrase.low) > _LONGEST_VALUE:
        return None
    found = _BEING.match(phrase.low)
    return phrase.cut(found.end()) if found else phrase


def retitled(phrase: Phrase) -> Changes | None:
    title = (
        quoted_title(phrase) or re.sub(r"^(?:be |say |read |be called |be named )", "", phrase.text, flags=re.I).strip()
    )
    return Changes(title=title) if title else None


def merged(first: Changes, second: Changes) -> Changes:
    """Two partial changes as one; a date and a time that were said apart make a due."""
    both = replace(
        first, title=second.title or first.title, description=second.description or first.description,
        note=second.note or first.note,
        due=second.due or first.due, date=second.date or first.date, time=second.time or first.time,
        due_shift=second.due_shift or first.due_shift, rrule=second.rrule or first.rrule,
        priority=second.priority or first.priority, list=second.list or first.list,
        add_tags=first.add_tags + second.add_tags,
        remove_tags=first.remove_tags + second.remove_tags, clear=first.clear | second.clear,
    )  # fmt: skip
    if both.date and both.time:
        return replace(both, due=Moment(both.date, both.time), date=None, time=None)
    return both
