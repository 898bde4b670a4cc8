"""Sentences that delete tasks: "remove …", "take … off my list", "I no longer need to …", "… has been cancelled"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.courtesy import without_reason
from todo.interpreter.dropping import TASK_WORDS, deletion, leaves_list, parse_drop, parse_stop
from todo.interpreter.lexicon import (
    ALIEN,
    DELETE_VERB,
    STRONG_NOUN,
    starting,
)
from todo.interpreter.phrase import MASK, Phrase
from todo.interpreter.plan import Delete
from todo.interpreter.scope import find_list, take_list
from todo.interpreter.targets import read_target

_VERB: Final = starting(rf"(?P<verb>{DELETE_VERB}|deleting|removing|clearing|erasing|cancell?|del|rm)")
_STRONG: Final = frozenset({
    "delete", "remove", "erase", "get rid of", "nuke", "eliminate", "blank out", "wipe", "wipe out", "clear",
    "clear out", "clear off", "purge", "del", "rm", "deleting",
    "removing", "clearing", "erasing", "trash", "discard", "scrap", "cross out", "strike", "strike out", "dismiss",
    "empty", "empty out", "ditch", "forget about", "wipe off", "rid",
    "omit", "destroy", "zap", "nix",
})  # fmt: skip
_CALLING_OFF: Final = frozenset({"cancel", "drop", "kill", "void", "cancell"})
_OF_POINTED: Final = frozenset({
    "scratch", "cut", "dump", "bin", "toss", "throw away", "take off", "take out", "take away", "cross out of", "pull",
})  # fmt: skip
_OF_ALL: Final = frozenset({"bin", "dump", "take off", "toss", "throw away", "shred", "clean out"})
_AWAY: Final = frozenset({"take", "take out", "pull", "quit", "stop", "toss", "cut", "clean up", "abort"})
_OFF: Final = re.compile(
    r"(?P<what>.+?),? (?:(?:off|out)(?: of| from)?|from)(?: (?:it|there|that|here|the list|my list|"
    r"that list))?$"
)
_TRASH: Final = re.compile(
    r"(?:move|put|throw|send|toss|drag|place|dump|stick|chuck) (?P<what>.+?) (?:to|in|into) (?:the |"
    r"my )?(?:trash(?: ?can| bin)?|bin|garbage(?: can)?|rubbish|recycle bin|waste ?basket)\b"
)
_TAKING: Final = (
    r"(?:take|get(?! rid)|have|keep|leave|pull|kick|knock|cross|scratch|strike|clear|drop|wipe|move|bump|want|need|"
    r"like|"
    r"i (?:want|need|would like)|i'd like)"
)
# "take figs off" (the list), "I want figs off"
_TAKE: Final = re.compile(rf"{_TAKING}(?: (?:off|out|away))? (?P<what>.+?)(?: (?:off|away)(?: of)?)?$")
# "take figs off it"
_OF_IT: Final = re.compile(
    r"(?:take |get |have |cross |scratch |strike |i (?:want|need|'d like) )?"
    r"(?P<what>.+?) (?:off|out)(?: of)? (?:it|there|that)$"
)
# "take figs off", which is also said of days and clothes
_TAKE_OFF: Final = re.compile(
    r"take (?!.*\b(?:days?|weeks?|months?|years?|time|morning|afternoon|evening|today|tomorrow|\w+day|work|school|"
    r"shoes|coat|hat|mask|glasses|clothes|pressure|edge)\b)(?P<what>.+) off$"
)
_LISTED_OFF: Final = re.compile(r"(?:take|cross|scratch|strike|mark|wipe|clear) (?:off|out|away)(?: of)? (?P<what>.+)$")
_TASKS: Final = r".*\b(?:list|tasks|reminders)"
_OVER: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "start my list over"
        rf"(?:start|begin)(?: over)? (?P<what>{_TASKS})(?: over| again| fresh| anew| from scratch)+$",
        # "start over with my list"
        rf"(?:start|begin) (?:over|fresh|again)(?: with)? (?P<what>{_TASKS})$",
    )
)
_PASSIVE: Final = re.compile(r"(?:get|have) .* (?:removed|deleted|erased|taken off|crossed (?:off|out)|cancell?ed)\b")
_TAKES_FROM: Final = re.compile(r"take|pull|drop|strike|scratch|kick|knock|get(?! rid)")
_CROSS_OUT: Final = re.compile(r"(?:cross|strike|scratch|x) (?P<what>.+?) out(?: (?:of|on|from|off))?(?: it)?$")
_SKIP: Final = re.compile(rf"skip (?P<what>.*\b(?:{STRONG_NOUN})\b.*)$")
_FOREIGN: Final = re.compile(
    r"\b(?:my (?:subscription|membership|order|service|plan|account|phone|card|credit card|booking|trip|room|"
    r"hotel|flight|reservation)|subscription|reservation|membership|booking)\b"
)


def parse_delete(phrase: Phrase, context: Context) -> Delete | None:
    """What a command deletes, or nothing when the phrase is no such command."""
    if found := _TRASH.match(phrase.low):
        return deletion(phrase.part(found), context, take_list(phrase, context.lists)[0])
    if (stopped := parse_stop(phrase, context)) is not None:
        return stopped
    if _PASSIVE.match(phrase.low):
        return parse_drop(phrase, context)
    name, rest, listed = take_list(phrase, context.lists)
    away = _is_away(phrase, context)
    if away and (found := _TAKE.match(rest.low)):
        return deletion(rest.part(found), context, name)
    if not listed and (found := _OF_IT.match(phrase.low) or _TAKE_OFF.match(phrase.low) or _SKIP.match(phrase.low)):
        return deletion(phrase.part(found), context, name)
    if found := _CROSS_OUT.match(rest.low):
        return deletion(rest.part(found), context, name)
    for pattern in _OVER:
        if found := pattern.match(phrase.low):
            return deletion(phrase.part(found), context)
    return _verbal(phrase, context, away=away)


def _is_away(phrase: Phrase, context: Context) -> bool:
    """Whether something is taken off a list: "off my list", "take … from my list"."""
    if leaves_list(phrase, context):
        return True
    mention = find_list(phrase, context.lists)
    return mention is not None and mention.preposition == "from" and bool(_TAKES_FROM.match(phrase.low))


def _verbal(phrase: Phrase, context: Context, *, away: bool) -> Delete | None:
    opening = _VERB.match(phrase.low)
    if opening is None:
        return None
    name, rest, listed = take_list(phrase, context.lists)
    verb = re.sub(r" +", " ", opening["verb"])
    what = without_reason(phrase.cut(opening.end()))
    if verb in ("take off", "cross out of") and listed and (found := _LISTED_OFF.match(rest.low)):
        return deletion(rest.part(found), context, name)
    if not _ours(verb, what, context, listed=listed, away=away):
        return None
    if verb.startswith("wipe") and what.low.endswith(" clean"):
        what = what.cut(0, len(what.low) - len(" clean"))
    unlisted = rest.cut(opening.end())
    if listed and (found := _OFF.match(unlisted.low)):
        return deletion(unlisted.part(found), context, name)
    return deletion(what, context)


def _ours(verb: str, what: Phrase, context: Context, *, listed: bool, away: bool) -> bool:
    """Whether deleting means a task: some verbs are also said of reservations, lights and rubbish."""
    if verb in _AWAY:
        return away
    if listed or TASK_WORDS.search(what.low) or MASK in what.low or context.knows(what.low):
        return True
    target = read_target(what, context)
    pointed = bool(target.ids or target.position or target.unresolved)
    if verb in _STRONG:
        return pointed or target.bulk or not ALIEN.search(what.low)
    if verb == "forget":
        nothing = re.fullmatch(r"(?:it|that|this|everything|anything|you|help|nothing|one|all)", what.low)
        return not nothing and (pointed or target.bulk or bool(re.match(r"(?:the|my|about) ", what.low)))
    if verb in _CALLING_OFF:
        foreign = ALIEN.search(what.low) or _FOREIGN.search(what.low)
        return pointed or target.bulk or (verb.startswith("cancel") and bool(what) and not foreign)
    return (pointed and verb in _OF_POINTED) or (target.bulk and verb in _OF_ALL)
