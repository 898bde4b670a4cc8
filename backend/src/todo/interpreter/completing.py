"""Sentences that complete or reopen tasks: "mark … as done", "check … off", "I finished …", "… is done", "uncheck
…"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.lexicon import ALIEN, DET, LIST_NOUN, STRONG_NOUN, TASK_NOUN
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Complete, Reopen, Target
from todo.interpreter.reference import resolve
from todo.interpreter.scope import find_list, take_list
from todo.interpreter.targets import read_target
from todo.interpreter.tenses import present

_DONE: Final = (
    r"(?:done|complete[d]?|completely done|finished?|closed|checked(?: off)?|ticked(?: off)?|resolved|"
    r"accomplished|crossed off|fulfilled|completedd?|bought|purchased|paid|over|achieved|handled|"
    r"taken care of)"
)
_NOT_DONE: Final = (
    r"(?:not (?:yet )?(?:done|complete[d]?|finished|checked(?: off)?)|un(?:done|finished|completed|checked|"
    r"complete|resolved)|incomplete|open|to ?-?do|pending|active|in ?progress|outstanding|not started)"
)
_MARK: Final = re.compile(
    rf"(?:mark(?:ed)?|set|check|tick|flag|make|update|change|turn|switch|move|consider|count|label|list|put|"
    rf"have|log|declare|record)(?: off)? (?:the status of )?(?P<what>.+?),? (?:as (?:being )?|to (?:be )?|is |"
    rf"are |status (?:as |to )?|= ?|into |off as )*(?:{_DONE})(?: (?:now|already|today|for (?:today|now|me)|"
    rf"too|off|list))*$"
)
_MARK_FIRST: Final = re.compile(rf"(?:mark|set|check|tick|flag)(?: off)? (?:as )?(?:{_DONE})[\s:,]+(?P<what>.+)$")
_REOPEN: Final = re.compile(
    rf"(?:(?:mark|set|flag|make|change|turn|move|put|update|switch)(?: the status of)? (?P<marked>.+?) (?:as |"
    rf"to (?:be )?|is |are |back (?:to |as |into |in )?|status to )*(?:{_NOT_DONE})(?: again| list)?$|"
    r"(?:re-?open|un-?check|un-?mark|un-?complete|un-?tick|un-?finish|re-?activate|un-?do the completion of|"
    r"restart|re-?start|un-?cross)(?: off)? (?P<what>.+?)(?: as (?:done|complete[d]?|finished))?(?: again)?$|"
    r"(?:bring|put|move) (?P<back>.+?) back(?: (?:on|onto|to|in|into) (?:it|there|(?:my |the )?(?:\w+ )?list))?$)"
)
_NOT_FINISHED: Final = re.compile(
    r"(?:(?P<what>.+?) (?:is|are|was|were)(?:n'?t| not) (?:actually |really |yet |quite )*(?:done|complete[d]?|"
    r"finished)(?: yet| after all| though)?|"
    r"(?:i|we) (?:did(?:n'?t| not)|have(?:n'?t| not)) (?:actually |really )?(?:do|finish|complete|done|"
    r"finished|completed|got(?:ten)? to)(?: with)? (?P<mine>.+?)(?: yet| after all| though)?)$"
)
_CHECK_OFF: Final = re.compile(
    r"(?:check|tick|cross|mark|strike|scratch|checked|ticked|crossed|checking|crossing|"
    r"clear) (?P<what>.+?) (?:off)(?: (?:of|from|as (?:done|complete[d]?|finished)))*(?: (?:it|there|that))?$"
)
_OFF_CHECK: Final = re.compile(
    r"(?:check|tick|cross|mark|checking|checked|crossed|strike|scratch)(?:-| )?off(?: of)? (?P<what>.+)$"
)
_VERB: Final = re.compile(
    r"(?:complete|completed|completing|finish|finished with|finished|finish off|done with|done|close out|close|"
    r"resolve|accomplish|conclude|wrap up|achieve|fulfill|end|did(?! (?:i|we|you|he|she|they|"
    r"it)\b))(?! the (?:loop|gap|tab|window|door|app))\s*:?\s+(?P<what>.+)$"
)
_MARK_BARE: Final = re.compile(r"(?:mark|tick|check|check off|tick off|cross off|cross)(?: off)? (?P<what>.+)$")
_IS_DONE: Final = re.compile(
    rf"(?P<what>.+?)(?:'s|,)? (?:(?:is|are|was|were|has been|have been|got|gets|has|have|should be|can be|"
    rf"needs to be|must be)(?: (?:been|already|now|all|finally|also|just|marked|checked|set|completely|fully|"
    rf"as|be))* )?{_DONE}(?: (?:now|already|today|yesterday|off|with|for today|as of now))*$"
)
_TASK_DONE: Final = re.compile(rf"(?:{TASK_NOUN}|{LIST_NOUN}) (?:is |was |has been )?{_DONE}[\s:,-]+(?P<what>.+)$")
_ALREADY: Final = re.compile(
    r"(?:i|we)(?:'ve| have| had|'m| am|ve|m)?(?: (?:just|already|finally|now|actually|also|been|totally|today|"
    r"got|all))* "
    r"(?:(?P<done>(?:finish(?:ed|ing)?|complet(?:ed|ing)|done|did|accomplished|wrapped up|knocked out|"
    r"took care of|taken care of|dealt with|handled|resolved|closed|got(?:ten)? (?:around to|through)|"
    r"checked off|ticked off|crossed off|be done|made|through)(?: with| up| off)?)|"
    r"(?P<verb>[a-z]+))\s+(?P<what>.+)$"
)
_LATELY: Final = re.compile(r"\b(?:just|already|finally|now)\b|'ve\b| have ")
_LAST_IS: Final = re.compile(rf"(?P<what>.+?),? which (?:is|was) (?:the )?(?:\w+ )?(?:{TASK_NOUN})?.*$")
_AFTER: Final = re.compile(
    r"[\s,]+(?:now|already|today|yesterday|for (?:me|today|now)|too|this (?:morning|afternoon|evening)|"
    r"last night|just now|earlier(?: today)?|also|so)$"
)
# "do the first two": of the list on show
_DO: Final = re.compile(r"(?:do|did)(?: just| only)? (?P<which>(?!it\b|that\b|this\b|them\b).{1,40})$")
_QUESTION: Final = re.compile(
    r"(?:is|are|was|were|what|which|how|when|who|did|has|have|do|does|why|where|can|could|should|would|will|am|"
    r"if)\b"
)
_HEADLESS: Final = re.compile(rf"(?:(?:{DET}) )*(?:{TASK_NOUN}|{LIST_NOUN})$")


def parse_complete(phrase: Phrase, context: Context) -> Complete | Reopen | None:
    """What a command completes or reopens, or nothing when the phrase is no such command."""
    name, rest, listed = take_list(phrase, context.lists)
    if re.match(r"(?:did|have|has|had|do|does) (?:i|we|you)\b", phrase.low):
        return None
    if found := _REOPEN.match(rest.low):
        group = next(g for g in ("marked", "what", "back") if found[g])
        return Reopen(_target(rest.cut(found.start(group), found.end(group)), context, name))
    for pattern in (_MARK, _MARK_FIRST, _CHECK_OFF, _OFF_CHECK):
        source = rest if listed else phrase
        if (found := pattern.match(source.low)) and not _other_domain(source, context, listed=listed):
            return Complete(_target(source.cut(found.start("what"), found.end("what")), context, name))
    if listed and (crossed := _crossed(rest, phrase)):
        return Complete(_target(crossed, context, name))
    if (found := _VERB.match(phrase.low)) and not _other_domain(phrase, context, listed=listed):
        return Complete(_target(phrase.cut(found.start("what")), context))
    if (
        (found := _MARK_BARE.match(phrase.low))
        and found[0].startswith(("mark", "tick", "cross off"))
        and not re.search(r"priority|important|urgent|\bas\b", phrase.low)
    ):
        return Complete(_target(phrase.cut(found.start("what")), context))
    if (found := _DO.match(phrase.low)) and (pointed := resolve(found["which"], context)) is not None:
        return Complete(pointed)
    if phrase.low.strip() in (
        "done",
        "finished",
        "completed",
        "mark done",
        "mark as done",
        "mark complete",
        "complete",
        "mark as complete",
        "all done",
    ):
        return Complete(read_target(Phrase.of("it"), context) if context.touched or context.shown else Target())
    return None


def _crossed(rest: Phrase, phrase: Phrase) -> Phrase | None:
    """ "Check the shopping list off", "mark milk on my grocery list": the list itself or something on it."""
    found = _MARK_BARE.match(rest.low)
    mention = find_list(phrase)
    crossed = mention is not None and mention.preposition.startswith("off")
    if found and (crossed or found[0].startswith(("mark", "tick", "cross off", "check off"))):
        return rest.cut(found.start("what"))
    found = re.match(r"(?:complete|finish|mark|check off|tick off|finished|completed) ", phrase.low)
    return phrase.cut(found.end()) if found else None


def parse_done(phrase: Phrase, context: Context) -> tuple[Complete | Reopen, bool] | None:
    """What a statement says is done, or is not, and whether that is sure: "I called mum" is only when that is a
    task."""
    if _QUESTION.match(phrase.low):
        return None
    name, rest, listed = take_list(phrase, context.lists)
    if found := _NOT_FINISHED.match(rest.low):
        group = "what" if found["what"] else "mine"
        target = _target(rest.cut(found.start(group), found.end(group)), context, name)
        return (Reopen(target), True) if target.named else None
    if found := _ALREADY.match(rest.low):
        what = rest.cut(found.start("what"))
        if which := _LAST_IS.match(what.low):
            what = what.cut(0, which.end("what"))
        verb = found["done"] or found["verb"]
        if found["done"] and verb not in ("made", "be done") and not ALIEN.search(what.low):
            return Complete(_target(what, context, name)), True
        if (act := present(verb)) and not ALIEN.search(what.low):
            target = _target(Phrase.of(f"{act} {what.text}"), context, name)
            if act in ("buy", "get", "purchase") and target.words:
                # Things bought are noted with or without "buy".
                target = replace(_target(what, context, name), full_words=target.words)
            known = context.knows((target.words or "").lower())
            return Complete(target), known or bool(_LATELY.search(rest.low[: found.start("verb")]))
    first, _, object_ = phrase.low.partition(" ")
    if (act := present(first)) and act != first and object_ and not ALIEN.search(object_):
        what = phrase.cut(len(first))
        target = _target(what if act in ("buy", "get") else Phrase.of(f"{act} {what.text}"), context, name)
        return Complete(target), any(title.lower() in (target.words or "").lower() for title in context.titles)
    if found := _TASK_DONE.match(phrase.low):
        return Complete(_target(phrase.cut(found.start("what")), context)), True
    if found := _IS_DONE.fullmatch(rest.low):
        what = rest.cut(found.start("what"), found.end("what"))
        if not _other_domain(what, context, listed=listed) and not re.match(
            r"(?:i|you|we|he|she|they|that'?s|it'?s|well|there|not|you've|nicely|get|all)\b(?! tasks| of| my)", what.low
        ):
            return Complete(_target(what, context, name)), True
    if found := _IS_DONE.fullmatch(phrase.low):
        what = phrase.cut(found.start("what"), found.end("what"))
        if re.search(rf"(?:{LIST_NOUN}|{TASK_NOUN})$", what.low):
            return Complete(read_target(what, context)), True
    if re.fullmatch(
        r"(?:i'?m|i am|we're|it's|it is|that's|that is|this is|this one is|they're|they are|all)(?: all| now|"
        r" already)? (?:done|finished|complete|completed)(?: with (?P<what>.+))?",
        phrase.low,
    ):
        with_what = phrase.low.find(" with ")
        what = (
            phrase.cut(with_what + 6) if with_what > 0 else Phrase.of("them" if phrase.low.startswith("they") else "it")
        )
        return Complete(read_target(what, context)), True
    return None


def _target(what: Phrase, context: Context, name: str | None = None) -> Target:
    while what and (found := _AFTER.search(what.low)):
        what = what.cut(0, found.start())
    target = read_target(what, context)
    if name and target.list is None and not target.bulk:
        return replace(target, list=name)
    if name and target.bulk and target.filter and target.filter.list is None:
        return read_target(Phrase.of(f"{what.text} on the {name} list"), context)
    return target


def _other_domain(phrase: Phrase, context: Context, *, listed: bool) -> bool:
    if listed or re.search(rf"\b(?:{STRONG_NOUN}|{LIST_NOUN})\b", phrase.low):
        return False
    return bool(ALIEN.search(phrase.low)) and not any(title.lower() in phrase.low for title in context.titles)
