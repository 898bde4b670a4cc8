"""Statements that a task is done, or is not: "I finished …", "I've paid …", "… is done", "… isn't finished yet"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.lexicon import ALIEN, LIST_NOUN, STRONG_NOUN, TASK_NOUN, one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Complete, Reopen, Target
from todo.interpreter.scope import take_list
from todo.interpreter.targets import read_target
from todo.interpreter.tenses import present

DONE: Final = (
    r"(?:done|complete[d]?|completely done|finished?|closed|checked(?: off)?|ticked(?: off)?|resolved|accomplished|"
    r"crossed off|fulfilled|completedd?|bought|purchased|paid|over|achieved|handled|taken care of)"
)
_FINISHED: Final = r"(?:done|complete[d]?|finished)"
_NOT_FINISHED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "the poster isn't done yet"
        rf"(?P<what>.+?)(?: (?:is|are|was|were)(?:n'?t| not)|'s not) (?:actually |really |yet |quite )*{_FINISHED}"
        r"(?: yet| after all| though)?$",
        # "I haven't finished the poster"
        rf"(?:i|we) (?:did(?:n'?t| not)|have(?:n'?t| not)) (?:actually |really )?(?:do|finish|complete|{_FINISHED}|"
        r"got(?:ten)? to)(?: with)? (?P<what>.+?)(?: yet| after all| though)?$",
    )
)
_BE: Final = (
    r"(?:is|are|was|were|has been|have been|got|gets|has|have|should be|can be|needs to be|must be)"
    r"(?: (?:been|already|now|all|finally|also|just|marked|checked|set|completely|fully|as|be))* "
)
# "the poster is done now", "poster: done"
_IS_DONE: Final = re.compile(
    rf"(?P<what>.+?)(?:'s|,)? (?:{_BE})?{DONE}(?: (?:now|already|today|yesterday|off|with|for today|as of now))*$"
)
# "task done: poster"
_TASK_DONE: Final = re.compile(rf"(?:{TASK_NOUN}|{LIST_NOUN}) (?:is |was |has been )?{DONE}[\s:,-]+(?P<what>.+)$")
_I: Final = (
    r"(?:i|we)(?:'ve| have| had|'m| am|ve|m)?(?: (?:just|already|finally|now|actually|also|been|totally|today|all))*"
)
_DID: Final = one_of(
    "finished", "finishing", "finish", "completed", "completing", "done", "did", "accomplished", "wrapped up",
    "knocked out", "took care of", "taken care of", "dealt with", "handled", "resolved", "closed", "got around to",
    "gotten around to", "got through", "gotten through", "checked off", "ticked off", "crossed off", "be done", "made",
    "through",
)  # fmt: skip
# "I've just finished the poster"
_I_DID: Final = re.compile(rf"{_I} (?P<did>{_DID})(?: with| up| off)?\s+(?P<what>.+)$")
# "I called Priya"
_I_VERBED: Final = re.compile(rf"{_I} (?P<verb>[a-z]+)\s+(?P<what>.+)$")
_ALL_DONE: Final = re.compile(
    r"(?:i'?m|i am|we're|it's|it is|that's|that is|this is|this one is|(?P<they>they're|they are)|all)"
    rf"(?: all| now| already)? (?:{_FINISHED}|complete)(?: with (?P<what>.+))?$"
)
_JUST_DONE: Final = re.compile(r" (?:done|finished|completed?)$")
_BRIEF: Final = 5
# "roses pruned"
_WAS_VERBED: Final = re.compile(
    r"(?P<what>(?:the |my )?[\w'-]+(?: [\w'-]+){0,3}?(?<! be)(?<! been)(?<! get)) (?P<verb>[a-z]+)$"
)
_LATELY: Final = re.compile(r"\b(?:just|already|finally|now)\b|'ve\b| have ")
_WHICH_IS: Final = re.compile(rf"(?P<what>.+?),? which (?:is|was) (?:the )?(?:\w+ )?(?:{TASK_NOUN})?.*$")
_AFTER: Final = re.compile(
    r"[\s,]+(?:now|already|today|yesterday|for (?:me|today|now)|too|this (?:morning|afternoon|evening)|last night|"
    r"just now|earlier(?: today)?|also|so)$"
)
_QUESTION: Final = re.compile(
    r"(?:is|are|was|were|what|which|how|when|who|did|has|have|do|does|why|where|can|could|should|would|will|am|if)\b"
)
_NO_TASK: Final = re.compile(
    r"(?:i|you|we|he|she|they|that'?s|it'?s|well|there|not|you've|nicely|get|all)\b(?! tasks| of| my)"
)
_NOUN: Final = re.compile(rf"(?:{LIST_NOUN}|{TASK_NOUN})$")
_IT_TOO: Final = re.compile(r"(?:it|that)\b(?:[\s,]+(?:that|it)(?:'s| is) done)?$")
# Noted with or without the verb: "buy milk" or "milk".
_BUYING: Final = ("buy", "get", "purchase")


def parse_done(phrase: Phrase, context: Context) -> tuple[Complete | Reopen, bool] | None:
    """What a statement says is done, or is not, and whether that is sure: "I called mum" is only when that is a
    task."""
    if _QUESTION.match(phrase.low):
        return None
    name, rest, listed = take_list(phrase, context.lists)
    for pattern in _NOT_FINISHED:
        if found := pattern.match(rest.low):
            target = done_target(rest.part(found), context, name)
            return (Reopen(target), True) if target.named else None
    if (acted := _acted(rest, context, name) or _past(phrase, context)) is not None:
        return acted
    if found := _TASK_DONE.match(phrase.low):
        return Complete(done_target(phrase.part(found), context)), True
    what = rest.part(found) if (found := _IS_DONE.fullmatch(rest.low)) else None
    brief = bool(_JUST_DONE.search(rest.low)) and bool(what) and len(rest.low.split()) <= _BRIEF
    if what and (brief or not other_domain(what, context, listed=listed)) and not _NO_TASK.match(what.low):
        return Complete(done_target(what, context, name)), True
    if (found := _IS_DONE.fullmatch(phrase.low)) and _NOUN.search(found["what"]):
        return Complete(read_target(phrase.part(found), context)), True
    if found := _ALL_DONE.match(phrase.low):
        what = phrase.part(found) if found["what"] else Phrase.of("them" if found["they"] else "it")
        return Complete(read_target(what, context)), True
    if (found := _WAS_VERBED.fullmatch(rest.low)) and not other_domain(rest, context, listed=listed):
        verb = present(found["verb"])
        if verb and verb != found["verb"] and verb not in _BUYING and not _NO_TASK.match(found["what"]):
            target = done_target(Phrase.of(f"{verb} {rest.part(found).text}"), context, name)
            return Complete(target), context.knows((target.words or "").lower())
    return None


def _acted(phrase: Phrase, context: Context, name: str | None) -> tuple[Complete, bool] | None:
    """ "I finished X" is about X; "I called Priya" about "call Priya", when there is such a task."""
    if found := _I_DID.match(phrase.low):
        what = phrase.part(found)
        if which := _WHICH_IS.match(what.low):
            what = what.part(which)
        if found["did"] not in ("made", "be done") and not ALIEN.search(what.low):
            return Complete(done_target(what, context, name)), True
    found = _I_VERBED.match(phrase.low)
    verb = present(found["verb"]) if found else None
    if found is None or verb is None or ALIEN.search(found["what"]):
        return None
    # "I got a cold" is no errand.
    if verb == "get" and not re.match(r"(?:the|my|our|some|all) ", found["what"]):
        return None
    target = done_target(Phrase.of(f"{verb} {phrase.part(found).text}"), context, name)
    if verb in _BUYING and target.words:
        target = replace(done_target(phrase.part(found), context, name), full_words=target.words)
    lately = bool(_LATELY.search(phrase.low[: found.start("verb")]))
    return Complete(target), lately or context.knows((target.words or "").lower())


def _past(phrase: Phrase, context: Context) -> tuple[Complete, bool] | None:
    """ "Called Priya", without "I"."""
    first, _, rest = phrase.low.partition(" ")
    verb = present(first)
    if verb is None or verb == first or not rest or ALIEN.search(rest):
        return None
    what = phrase.cut(len(first))
    if _IT_TOO.match(what.low):
        return Complete(read_target(Phrase.of("it"), context)), False
    target = done_target(what if verb in ("buy", "get") else Phrase.of(f"{verb} {what.text}"), context)
    return Complete(target), any(title.lower() in (target.words or "").lower() for title in context.titles)


def done_target(what: Phrase, context: Context, name: str | None = None) -> Target:
    """The task that is done, without "already" and "today" behind it; of the list `name`."""
    while what and (found := _AFTER.search(what.low)):
        what = what.cut(0, found.start())
    target = read_target(what, context)
    if name and target.list is None and not target.bulk:
        return replace(target, list=name)
    if name and target.bulk and target.filter and target.filter.list is None:
        return read_target(Phrase.of(f"{what.text} on the {name} list"), context)
    return target


def other_domain(phrase: Phrase, context: Context, *, listed: bool) -> bool:
    """Whether a phrase speaks of lights, songs or cards rather than of a task."""
    if listed or re.search(rf"\b(?:{STRONG_NOUN}|{LIST_NOUN})\b", phrase.low):
        return False
    return bool(ALIEN.search(phrase.low)) and not any(title.lower() in phrase.low for title in context.titles)
