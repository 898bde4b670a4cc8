"""Statements that a task is not wanted: "I no longer need to …", "… has been cancelled", "stop reminding me of …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.lexicon import ALIEN, LIST_NOUN, STRONG_NOUN, TODO, one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Delete
from todo.interpreter.scope import find_list, take_list
from todo.interpreter.targets import read_target

TASK_WORDS: Final = re.compile(rf"\b(?:{STRONG_NOUN}|{LIST_NOUN}|items?|entry|entries|{TODO}|alerts?)\b")
_WISH: Final = (
    r"(?:(?:(?:get|have|i want|i need|i'd like|i would like|we need|i wish(?: to have)?|let's (?:have|get)|want|need|"
    r"like)(?: to (?:have|get|see))? )?)"
)
_MODAL: Final = r"(?: (?:needs?|should|must|can|could|has|have|ought|may|is|are|was|were|shall))*"
_REMOVED: Final = (
    r"(?:removed|deleted|erased|cleared|cancell?ed|taken(?: (?:off|out|away|down))?|eliminated|crossed out|dropped|"
    r"wiped|trashed|scratched|gone|stricken|struck|discarded|dismissed|scrapped|called off)"
)
_THEREFORE: Final = r"(?:,? (?:so|and|therefore|thus|please)\b.*)?"
# "the fair has been cancelled, so …", "I want eggs removed"
_PASSIVE: Final = re.compile(
    rf"{_WISH}(?P<what>.+?),?{_MODAL}(?: now| just| please)?(?: to)?(?: be| get| been| being)? {_REMOVED}"
    rf"(?: (?:off|from|out))?(?: of)?(?: now| already| today)?{_THEREFORE}$"
)
# "eggs can come off"
_COMES_OFF: Final = re.compile(r"(?P<what>.+?) (?:can|should|needs? to|must|may|has to) (?:now )?(?:come|go)(?: off)?$")
_NO_LONGER: Final = (
    r"(?:no longer|don'?t|do not|didn'?t|won'?t|will not|did not) (?:actually |really |even )?"
    r"(?:need|have|want|require|care|wish)(?: for)?"
)
_CHANGED_MIND: Final = r"decided not|changed my mind about|am not going|'m not going|already have"
_NEEDS_NOT: Final = (
    r"(?:there'?s |there is )?no (?:longer (?:a )?|more )?need(?:ed)?|don'?t need|needn'?t|do not need|"
    r"not (?:going|needing)|don'?t (?:bother|worry)(?: about)?|no longer need(?:ed)?|no more"
)
_REMINDING: Final = r"(?: (?:reminding|a reminder|reminders|(?:to be )?reminded|you to remind me))?"
_LINK: Final = r"(?: (?:to(?: (?:buy|get|do|have))?(?= (?:any|the|more|some)\b)|to|for|of|about|any|some|more))?"
# "I don't need to buy figs any more", "no need to water the fern"
_NOT_NEEDED: Final = re.compile(
    r"(?:(?:since |because |as |now that )?(?:i|we)(?:'ve| have| just| really)* "
    rf"(?:{_NO_LONGER}|{_CHANGED_MIND})|{_NEEDS_NOT}){_REMINDING}(?: (?:anymore|any longer|any more))?"
    rf"{_LINK}\s+(?P<what>.+)$"
)
_UNNEEDED: Final = one_of(
    "needed", "need", "need to be", "belong", "have to be", "necessary", "required", "relevant", "happening", "on",
    "a thing", "important", "wanted", "valid", "going to happen", "canceled", "cancelled", "called off", "off",
    "unnecessary", "irrelevant", "obsolete", "moot",
)  # fmt: skip
# "the fair isn't happening any more", "figs are no longer needed"
_NEEDLESS: Final = re.compile(
    r"(?P<what>.+?) (?:is|are|isn'?t|aren'?t|was|were|has become|'s|do(?:es)?n'?t|do(?:es)? not)"
    rf"(?: not| no longer| longer)* {_UNNEEDED}(?: any ?more| any longer)?$"
)
# "stop reminding me about the bins"
_STOP: Final = re.compile(
    r"(?:stop|quit|cease|don'?t|do not|no need to|never|please don'?t|no longer|you don'?t (?:need|have) to|"
    r"you can stop) (?:remind|alert|notify|nag|tell|ping)(?:ging|ing)?(?: (?:me|us))?"
    r"(?: (?:to|about|of|that|for|on))?\s*(?P<what>.*)$"
)
# "never mind the dentist reminder", "forget about ringing Priya"
_NEVER_MIND: Final = re.compile(
    r"(?:never ?mind|nvm|forget)(?P<about> about)? (?!(?:it|that|this|about|the fact)\b)(?P<what>.+)$"
)
_ANYMORE: Final = re.compile(r"[\s,]*(?:any ?more|any longer|now|at all|after all|so|already|today)$")
_SO: Final = re.compile(
    r"[\s,;]+(?:so|and|therefore|thus)(?: (?:please|you can|go ahead and|just))*"
    r"(?: (?:this|the|that|my) (?:reminder|task|item|todo))?(?: needs to be| should be| can be| must be)? ?"
    r"(?:delete|remove|take|erase|cancel|cross|drop|deleted|removed|cancelled)\b.*$"
)
_NOTHING: Final = re.compile(r"(?:it|that|this|everything|anything|you|help|nothing|one|all)$")
_ASKING: Final = re.compile(r"(?:is|are|was|were|what|which|how|when|who|did|has|have|do|does|why)\b")
_DO: Final = re.compile(r"do (?=\w+$)")


def parse_stop(phrase: Phrase, context: Context) -> Delete | None:
    """What a person wants to hear of no more: "stop reminding me to …", "never mind the … reminder"."""
    if found := _STOP.match(phrase.low):
        return deletion(without_end(phrase.cut(found.start("what"))), context)
    found = _NEVER_MIND.match(phrase.low)
    if found and (TASK_WORDS.search(found["what"]) or (found["about"] and re.match(r"\w+ing ", found["what"]))):
        return deletion(without_end(phrase.cut(found.start("what"))), context)
    return None


def parse_drop(phrase: Phrase, context: Context) -> Delete | None:
    """What a statement says is not needed any more, or wants removed."""
    name, rest, listed = take_list(phrase, context.lists)
    if found := _NOT_NEEDED.match(rest.low):
        what = without_end(rest.cut(found.start("what")))
        final = "remind" in found[0] or re.search(r"longer|any ?more|no need|needn|bother", phrase.low)
        usable = listed or final or TASK_WORDS.search(what.low)
        if what and usable and not ALIEN.search(what.low) and not _NOTHING.fullmatch(what.low):
            chore = _DO.match(what.low)
            return deletion(what.cut(chore.end()) if chore else what, context, name)
    if listed and (found := _COMES_OFF.match(rest.low)) and leaves_list(phrase, context):
        return deletion(rest.cut(0, found.end("what")), context, name)
    for pattern in (_PASSIVE, _NEEDLESS):
        found = pattern.fullmatch(rest.low)
        if found is None or not (what := rest.part(found)):
            continue
        if (not listed and _NOTHING.fullmatch(what.low)) or _ASKING.match(what.low):
            continue
        if listed or not ALIEN.search(what.low) or TASK_WORDS.search(what.low):
            return deletion(without_end(what), context, name)
    return None


def leaves_list(phrase: Phrase, context: Context) -> bool:
    """Whether a list is spoken of as what something leaves: "off my list", "out of the list"."""
    mention = find_list(phrase, context.lists)
    return mention is not None and mention.preposition.startswith(("off", "out of"))


def without_end(phrase: Phrase) -> Phrase:
    """Without "any more" or "so remove it" behind the task's words."""
    if so := _SO.search(phrase.low):
        phrase = phrase.cut(0, so.start())
    while phrase and (found := _ANYMORE.search(phrase.low)):
        phrase = phrase.cut(0, found.start())
    return phrase


def deletion(what: Phrase, context: Context, name: str | None = None) -> Delete:
    target = read_target(what, context)
    if name and target.list is None:
        target = replace(target, list=name)
    return Delete(target)
