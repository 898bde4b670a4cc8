"""Sentences that change tasks on command: "move … to friday", "rename … to …", "make … high priority", "snooze …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.changes import merged, read_value
from todo.interpreter.context import Context
from todo.interpreter.dividing import ONLY_NOUN, PARTICLE, RENAMING, TIMEY, divide
from todo.interpreter.fields import take_field
from todo.interpreter.lexicon import ALIEN, APPOINTMENT, STRONG_NOUN, UPDATE_VERB, starting, word_set
from todo.interpreter.marks import take_tags
from todo.interpreter.phrase import MASK, Phrase
from todo.interpreter.plan import Changes, Target, Update
from todo.interpreter.reference import resolve
from todo.interpreter.scope import take_list
from todo.interpreter.targets import read_target
from todo.when import read

_VERB: Final = starting(rf"(?P<verb>{UPDATE_VERB}|chang|upd|resched|changing|moving)(?: (?:around|over))?")
# Of every task and of nothing else that people say to an assistant.
_OWN: Final = frozenset({
    "reschedule", "re-schedule", "postpone", "snooze", "defer", "push back", "push out", "push off",
    "bring forward", "put off", "rename", "retitle", "hold off", "hold off on",
    "delay", "bump", "prioritize", "prioritise", "untag", "push forward", "move up", "move back", "pull forward",
    "resched", "unflag", "star", "reassign",
})  # fmt: skip
# Also said of making something new: only for tasks that are pointed at, or with a value that no new thing has.
_MAKING: Final = word_set(
    "set make schedule give have keep fix turn mark flag put label tag append get book repeat redo reset "
    "enable bring pull start"
)
_LISTING: Final = word_set("move transfer assign reassign change switch update shift")
_OFF_LIST: Final = frozenset({"move", "transfer"})
_FILLS_LIST: Final = re.compile(
    r"(?:my |the |our )?(?:[\w-]+ ){0,4}?(?:list|to-?do|to do)s? (?:with|by adding|to include|to have|to add|"
    r"and add|so)\b"
)
_EARLIER: Final = re.compile(
    r"\b(?:bring(?:ing)?|pull) .*\bforward\b|\bforward\b.*\bbring|move (?:.* )?up\b|advance\b|\bbring forward|"
    r"\bpull (?:in|forward)|\bmove forward"
)
_NEW_THING: Final = re.compile(
    rf"(?:(?:up|me|us) )?(?:a|an|another|some|new)\b|(?:(?:up|me) )?(?!(?:my|the|that|"
    rf"this) )(?:[\w-]+ )?(?:reminders?|alarms?|timers?) (?:for|to|at|in|on|about)\b|(?:it|that) up\b|"
    rf"(?:{STRONG_NOUN}) to\b"
)
_OLD: Final = re.compile(
    r"[\s,]+(?:instead of|rather than|and not|not|in place of|from|in lieu of|"
    r"as opposed to)\s+(?P<old>(?:(?! to ).)+)$"
)
_FROM: Final = re.compile(r"\s(?:from|scheduled for|set for)\s+(?P<old>.+)$")
_MOVING: Final = word_set("move push shift bump change reschedule")
_DEVICE: Final = re.compile(r"\b(?:alarms?|timers?|volume|lights?|lamps?|thermostat|temperature|radio|music|songs?)\b")
# "make the call due friday": nothing new is made so
_FALLS_DUE: Final = re.compile(r"\w (?:due|repeat|recur) ")
_PRONOUN: Final = re.compile(r"(?:it|that|this|them|those|these)\b")
_SAME_TIME: Final = re.compile(r"\b(?:the )?same time\b,?\s*(?=\w)")


def parse_update(phrase: Phrase, context: Context) -> Update | None:
    """What a command changes, or nothing when the phrase is no such command. Without changes the person is asked."""
    tags, plain = take_tags(phrase)
    if tags and plain and (update := parse_update(plain, context)) is not None:
        return replace(update, changes=merged(update.changes, Changes(add_tags=tags)))
    opening = _VERB.match(phrase.low)
    if opening is None:
        return None
    verb = re.sub(" +", " ", opening["verb"])
    args = (
        Phrase.of(_SAME_TIME.sub("", phrase.cut(opening.end()).text))
        if "same time" in phrase.low
        else phrase.cut(opening.end())
    )
    if verb in RENAMING and _FILLS_LIST.match(args.low):
        return None
    if not args and verb not in ("snooze", "reschedule", "postpone"):
        return None
    if verb in RENAMING and (pointed := resolve(args.low, context)) is not None:
        return Update(pointed)
    if verb in _MAKING and _NEW_THING.match(args.low):
        return None
    earlier = bool(_EARLIER.match(phrase.low))
    if old := _OLD.search(args.low):
        rest = args.cut(0, old.start())
        if read_value(args.cut(old.start("old")), context) and (
            divided := divide(rest, verb, context, earlier=earlier)
        ):
            args = rest
    named = take_list(args, context.lists) if verb in ("replace", "swap") else (None, args, False)
    divided = divide(named[1], verb, context, earlier=earlier)
    if divided is not None and (divided[1].list is not None or "list" in divided[1].clear) and verb not in _LISTING:
        return None
    if divided is not None and "list" in divided[1].clear and verb not in _OFF_LIST:
        return None
    noun = bool(re.search(rf"\b(?:{STRONG_NOUN}|events?|items?|entry)\b", args.low))
    if divided is None:
        return _without_value(args, verb, context, noun=noun)
    words, changes = divided
    # The value of a field may be anything: "set the description to bring the card".
    foreign = ALIEN.search(args.low if take_field(args)[0] is None else re.split(r" (?:to|as) ", args.low)[0])
    if foreign and not noun and MASK not in args.low and verb not in _OWN and not _of_task(args, verb, changes):
        return None
    spoken_of = context.touched or context.shown or _PRONOUN.match(args.low)
    if not words and verb in RENAMING | {"move"} and not spoken_of:
        return None
    if (
        verb in _MAKING
        and take_field(args)[0] is None
        and not (earlier or _FALLS_DUE.search(args.low) or _pointed_at(words, changes, context))
    ):
        return None
    target = _target(words, context)
    return Update(replace(target, list=named[0]) if named[0] else target, changes)


def _of_task(args: Phrase, verb: str, changes: Changes) -> bool:
    """Whether a value tells a task from the device or the song of the same name: those have no priority, and are not
    moved to a day."""
    if _DEVICE.search(args.low):
        return False
    dated = changes.due is not None or changes.date is not None or changes.due_shift is not None
    return changes.priority is not None or changes.rrule is not None or (dated and verb in _MOVING)


def _pointed_at(words: Phrase, changes: Changes, context: Context) -> bool:
    """Whether "make X …" or "set X …" is about a task that exists: it is pointed at, or only a task has such a
    value."""
    if not words or resolve(words.low, context) or context.knows(words.low):
        return True
    if (
        changes.priority is not None
        or changes.rrule is not None
        or changes.list is not None
        or changes.add_tags
        or changes.title
    ):
        return True
    return bool(re.match(r"(?:my|the|task|all|every|each) ", words.low)) or MASK in words.low


def _without_value(args: Phrase, verb: str, context: Context, *, noun: bool) -> Update | None:
    if verb in _MAKING or (ALIEN.search(args.low) and not noun):
        return None
    if quoted := next((inner for _, _, inner in args.quotes()), None):
        return Update(Target(words=quoted))
    _, plain = take_field(args)
    unread = re.search(r"\sto\s(?P<value>(?:(?! to ).){1,60})$", args.low)
    if (
        noun
        and unread
        and TIMEY.search(unread["value"])
        and re.search(STRONG_NOUN, args.low[: unread.start()])
        and not ONLY_NOUN.fullmatch(args.low[: unread.start()])
    ):
        args = args.cut(0, unread.start())
    target = _target(plain(args), context)
    pointed = bool(target.ids or target.unresolved or target.pick)
    known = context.knows((target.words or "").lower())
    dated = bool(APPOINTMENT.search(args.low)) or verb in ("edit", "modify", "amend")
    ours = dated and bool(re.match(r"(?:the|my|our) ", args.low))
    if verb in _OWN or noun or pointed or known or ours or MASK in args.low:
        return Update(target, Changes(priority="high") if verb in ("prioritize", "prioritise") else Changes())
    return None


def _target(words: Phrase, context: Context) -> Target:
    words = words.trimmed()
    while found := PARTICLE.search(words.low):
        words = words.without(found.start(), found.end())
    if not words:
        pointed = resolve("it", context)
        return pointed if pointed is not None and pointed.ids else Target()
    if old := _FROM.search(words.low):
        reading = read(words.cut(old.start("old")).text, context.now)
        if re.fullmatch(r"\d{1,2}(?::\d\d)?", old["old"]):
            return read_target(words.cut(0, old.start()), context)
        if reading.due is not None or reading.rrule is not None:
            left = words.cut(0, old.start())
            target = read_target(left, context)
            if target.bulk:
                return read_target(Phrase.of(f"{left.text} for {words.text[old.start('old') :]}"), context)
            return replace(target, full_words=words.text) if target.words else target
    return read_target(words, context)
