"""Sentences that delete tasks: "remove …", "take … off my list", "I no longer need to …", "… has been cancelled"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.lexicon import (
    ALIEN,
    DELETE_VERB,
    LIST_NOUN,
    STRONG_NOUN,
    TODO,
    starting,
)
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Delete
from todo.interpreter.scope import find_list, take_list
from todo.interpreter.targets import read_target

_VERB: Final = starting(rf"(?P<verb>{DELETE_VERB}|deleting|removing|clearing|erasing|cancell?|del|rm)")
_STRONG: Final = frozenset({
    "delete", "remove", "erase", "get rid of", "nuke", "eliminate", "blank out", "wipe", "wipe out", "clear",
    "clear out", "clear off", "purge", "del", "rm", "deleting",
    "removing", "clearing", "erasing", "trash", "discard", "scrap", "cross out", "strike", "strike out", "dismiss",
    "empty", "empty out", "ditch", "forget about", "wipe off", "rid",
    "omit", "destroy", "zap",
})  # fmt: skip
_AWAY: Final = frozenset({"take", "take out", "pull", "quit", "stop", "toss", "cut", "clean up", "abort"})
_LIST_WORDS: Final = re.compile(rf"\b(?:{STRONG_NOUN}|{LIST_NOUN}|items?|entry|entries|{TODO}|alerts?)\b")
_OFF: Final = re.compile(
    r"(?P<what>.+?),? (?:(?:off|out)(?: of| from)?|from)(?: (?:it|there|that|here|the list|my list|"
    r"that list))?$"
)
_TRASH: Final = re.compile(
    r"(?:move|put|throw|send|toss|drag|place|dump|stick|chuck) (?P<what>.+?) (?:to|in|into) (?:the |"
    r"my )?(?:trash(?: ?can| bin)?|bin|garbage(?: can)?|rubbish|recycle bin|waste ?basket)\b"
)
_TAKE: Final = re.compile(
    r"(?:take|get|have|keep|leave|pull|kick|knock|cross|scratch|strike|clear|drop|wipe|move|bump|want|need|"
    r"like|i (?:want|need|would like)|i'd like)(?: (?:off|out|away))? (?P<what>.+?)(?: (?:off|away)(?: of)?)?$"
)
_OF_IT: Final = re.compile(
    r"(?:take |get |have |cross |scratch |strike |i (?:want|need|'d like) )?(?P<what>.+?) (?:off|"
    r"out)(?: of)? (?:it|there|that)$"
)
_OVER: Final = re.compile(
    r"(?:start|begin)(?: over)? (?P<what>.*\b(?:list|tasks|reminders))(?: over| again| fresh| anew|"
    r" from scratch)+$|(?:start|begin) (?:over|fresh|again)(?: with)? (?P<with>.*\b(?:list|tasks|reminders))$"
)
_TAKE_OFF: Final = re.compile(r"(?:take|cross|scratch|strike|mark|wipe|clear) (?:off|out|away)(?: of)? (?P<what>.+)$")
_PASSIVE: Final = re.compile(
    r"(?:(?:get|have|i want|i need|i'd like|i would like|we need|i wish(?: to have)?|let's (?:have|get)|want|"
    r"need|like)(?: to (?:have|get|see))? )?(?P<what>.+?)(?:,)?(?: (?:needs?|should|must|can|could|has|have|"
    r"ought|may|is|are|was|were|shall))*(?: now| just| please)?(?: to)?(?: be| get| been| being)? "
    r"(?:removed|deleted|erased|cleared|cancell?ed|taken(?: (?:off|out|away|down))?|eliminated|crossed out|"
    r"dropped|wiped|trashed|scratched|gone|stricken|struck|discarded|dismissed|scrapped|called off)"
    r"(?: (?:off|from|out))?(?: of)?(?: now| already| today)?(?:,? (?:so|and|therefore|thus|please)\b.*)?$"
)
_NOT_NEEDED: Final = re.compile(
    r"(?:(?:since |because |as |now that )?(?:i|we)(?:'ve| have| just| really)* (?:(?:no longer|don'?t|do not|"
    r"didn'?t|won'?t|will not|did not) (?:actually |really |even )?(?:need|have|want|require|care|"
    r"wish)(?: for)?|decided not|changed my mind about|am not going|'m not going|already have)|"
    r"(?:there'?s |there is )?no (?:longer (?:a )?|more )?need(?:ed)?|don'?t need|needn'?t|do not need|"
    r"not (?:going|needing)|don'?t (?:bother|worry)(?: about)?|no longer need(?:ed)?|no more)"
    r"(?: (?:reminding|a reminder|reminders|(?:to be )?reminded|you to remind me))?(?: (?:anymore|any longer|"
    r"any more))?(?: (?:to(?: (?:buy|get|do|have))?(?= (?:any|the|more|some)\b)|to|for|of|about|any|some|"
    r"more))?\s+(?P<what>.+)$"
)
_NEEDLESS: Final = re.compile(
    r"(?P<what>.+?) (?:is|are|isn'?t|aren'?t|was|were|has become|'s|do(?:es)?n'?t|do(?:es)? not)(?: not|"
    r" no longer| longer)* (?:needed|need(?: to be)?|belong|have to be|necessary|required|relevant|happening|"
    r"on|a thing|important|wanted|valid|going to happen|cancell?ed|called off|off|unnecessary|irrelevant|"
    r"obsolete|moot)(?: any ?more| any longer)?$"
)
_STOP: Final = re.compile(
    r"(?:stop|quit|cease|don'?t|do not|no need to|never|please don'?t|no longer|you don'?t (?:need|have) to|"
    r"you can stop) (?:remind(?:ing)?|alert(?:ing)?|notify(?:ing)?|nag(?:ging)?|tell(?:ing)?|"
    r"ping(?:ing)?)(?: (?:me|us))?(?: (?:to|about|of|that|for|on))?\s*(?P<what>.*)$"
)
_ANYMORE: Final = re.compile(r"[\s,]*(?:any ?more|any longer|now|at all|after all|so|already|today)$")
_SO: Final = re.compile(
    r"[\s,;]+(?:so|and|therefore|thus)(?: (?:please|you can|go ahead and|just))*(?: (?:this|the|that|"
    r"my) (?:reminder|task|item|todo))?(?: needs to be| should be| can be| must be)? ?(?:delete|remove|take|"
    r"erase|cancel|cross|drop|deleted|removed|cancelled)\b.*$"
)
_SAYING_NOTHING: Final = re.compile(r"(?:it|that|this|everything|anything|you|help|nothing|one|all)$")
_FOREIGN: Final = re.compile(
    r"\b(?:my (?:subscription|membership|order|service|plan|account|phone|card|credit card|booking|trip|room|"
    r"hotel|flight|reservation)|subscription|reservation|membership|booking)\b"
)


def parse_delete(phrase: Phrase, context: Context) -> Delete | None:
    """What a command deletes, or nothing when the phrase is no such command."""
    if found := _TRASH.match(phrase.low):
        return _delete(phrase.cut(found.start("what"), found.end("what")), context, take_list(phrase, context.lists)[0])
    if found := _STOP.match(phrase.low):
        what = phrase.cut(found.start("what"))
        return _delete(_ends(what), context)
    if re.match(r"(?:get|have) .* (?:removed|deleted|erased|taken off|crossed (?:off|out)|cancell?ed)\b", phrase.low):
        return parse_drop(phrase, context)
    name, rest, listed = take_list(phrase, context.lists)
    opening = _VERB.match(phrase.low)
    mention = find_list(phrase, context.lists)
    away = mention is not None and (
        mention.preposition.startswith(("off", "out of"))
        or (
            mention.preposition == "from"
            and bool(re.match(r"take|pull|drop|strike|scratch|kick|knock|get", phrase.low))
        )
    )
    if away and (taken := _TAKE.match(rest.low)):
        return _delete(rest.cut(taken.start("what"), taken.end("what")), context, name)
    if not listed and (taken := _OF_IT.match(phrase.low)):
        return _delete(phrase.cut(taken.start("what"), taken.end("what")), context, name)
    if over := _OVER.match(phrase.low):
        return _delete(
            phrase.cut(over.start("what" if over["what"] else "with"), over.end("what" if over["what"] else "with")),
            context,
        )
    if opening is None:
        return None
    verb = re.sub(r" +", " ", opening["verb"])
    what = phrase.cut(opening.end())
    if verb in ("take off", "cross out of") and listed and (off := _TAKE_OFF.match(rest.low)):
        return _delete(rest.cut(off.start("what")), context, name)
    if not _ours(verb, what, context, listed=listed, away=away):
        return None
    if verb.startswith("wipe") and what.low.endswith(" clean"):
        what = what.cut(0, len(what.low) - 6)
    if listed and (off := _OFF.match(rest.cut(opening.end()).low)):
        return _delete(rest.cut(opening.end()).cut(0, off.end("what")), context, name)
    return _delete(what, context)


def _ours(verb: str, what: Phrase, context: Context, *, listed: bool, away: bool) -> bool:
    """Whether deleting means a task: some verbs are also said of reservations, lights and rubbish."""
    if verb in _AWAY:
        return away
    if listed or _LIST_WORDS.search(what.low):
        return True
    if MASKED.search(what.low):
        return True
    if context.knows(what.low):
        return True
    target = read_target(what, context)
    pointed = bool(target.ids or target.position or target.unresolved)
    if verb in _STRONG:
        return not re.match(r"(?:it|that|this)$", verb) and (not ALIEN.search(what.low) or pointed or target.bulk)
    if verb in ("cancel", "forget", "drop", "kill", "void", "cancell"):
        if verb == "forget" and _SAYING_NOTHING.fullmatch(what.low):
            return False
        if verb == "forget" and re.match(r"(?:the|my|about) ", what.low):
            return True
        return (
            pointed
            or target.bulk
            or (verb == "cancel" and bool(what) and not ALIEN.search(what.low) and not _FOREIGN.search(what.low))
        )
    return (
        pointed
        and verb
        in (
            "scratch",
            "cut",
            "dump",
            "bin",
            "toss",
            "throw away",
            "take off",
            "take out",
            "take away",
            "cross out of",
            "pull",
        )
    ) or (target.bulk and verb in ("bin", "dump", "take off", "toss", "throw away", "shred", "clean out"))


MASKED: Final = re.compile("\ue000")


def parse_drop(phrase: Phrase, context: Context) -> Delete | None:
    """What a statement says is not needed any more, or wants removed."""
    name, rest, listed = take_list(phrase, context.lists)
    if found := _NOT_NEEDED.match(rest.low):
        what = _ends(rest.cut(found.start("what")))
        usable = (
            listed
            or "remind" in found[0]
            or re.search(r"longer|any ?more|no need|needn|bother", phrase.low)
            or _LIST_WORDS.search(what.low)
        )
        if what and usable and not ALIEN.search(what.low) and not _SAYING_NOTHING.fullmatch(what.low):
            return _delete(what, context, name)
    for pattern in (_PASSIVE, _NEEDLESS):
        found = pattern.fullmatch(rest.low)
        if (
            found
            and (what := rest.cut(found.start("what"), found.end("what")))
            and not _SAYING_NOTHING.fullmatch(what.low)
        ):
            if re.match(r"(?:is|are|was|were|what|which|how|when|who|did|has|have|do|does|why)\b", what.low):
                continue
            if not listed and ALIEN.search(what.low) and not _LIST_WORDS.search(what.low):
                continue
            return _delete(_ends(what), context, name)
    return None


def _ends(phrase: Phrase) -> Phrase:
    if so := _SO.search(phrase.low):
        phrase = phrase.cut(0, so.start())
    while phrase and (found := _ANYMORE.search(phrase.low)):
        phrase = phrase.cut(0, found.start())
    return phrase


def _delete(what: Phrase, context: Context, name: str | None = None) -> Delete:
    target = read_target(what, context)
    if name and target.list is None:
        target = replace(target, list=name)
    return Delete(target)
