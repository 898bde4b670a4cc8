"""Sentences that complete or reopen tasks on command: "mark … as done", "check … off", "finish …", "uncheck …"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.finishing import DONE, done_target, other_domain
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Complete, Reopen, Target
from todo.interpreter.reference import resolve
from todo.interpreter.scope import find_list, take_list
from todo.interpreter.targets import read_target

_NOT_DONE: Final = (
    r"(?:not (?:yet )?(?:done|complete[d]?|finished|checked(?: off)?)|un(?:done|finished|completed|checked|complete|"
    r"resolved)|incomplete|open|to ?-?do|pending|active|in ?progress|outstanding|not started)"
)
_SET: Final = (
    r"(?:mark(?:ed)?|set|check|tick|flag|make|update|change|turn|switch|move|consider|count|label|list|put|have|log|"
    r"declare|record)"
)
_AS: Final = r"(?:as (?:being )?|to (?:be )?|is |are |status (?:as |to )?|= ?|into |off as )*"
_MARKS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "mark the poster as done"
        rf"{_SET}(?: off)? (?:the status of )?(?P<what>.+?),? {_AS}(?:{DONE})"
        r"(?: (?:now|already|today|for (?:today|now|me)|too|off|list))*$",
        # "mark as done: the poster"
        rf"(?:mark|set|check|tick|flag)(?: off)? (?:as )?(?:{DONE})[\s:,]+(?P<what>.+)$",
        # "check the poster off"
        r"(?:check|tick|cross|mark|strike|scratch|checked|ticked|crossed|checking|crossing|clear) (?P<what>.+?) off"
        r"(?: (?:of|from|as (?:done|complete[d]?|finished)))*(?: (?:it|there|that))?$",
        # "put a check mark next to the poster"
        r"put (?:a |an )?(?:check(?: ?mark)?|tick|x)(?: mark)? (?:next to|by|beside|on|against) (?P<what>.+)$",
        # "check off the poster"
        r"(?:check|tick|cross|mark|checking|checked|crossed|strike|scratch)(?:-| )?off(?: of)? (?P<what>.+)$",
    )
)
_REOPENS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "mark the poster as not done"
        r"(?:mark|set|flag|make|change|turn|move|put|update|switch)(?: the status of)? (?P<what>.+?) "
        rf"(?:as |to (?:be )?|is |are |back (?:to |as |into |in )?|status to )*(?:{_NOT_DONE})(?: again| list)?$",
        # "reopen the poster", "uncheck the poster"
        r"(?:re-?open|un-?check|un-?mark|un-?complete|un-?tick|un-?finish|re-?activate|un-?do the completion of|"
        r"re-?start|un-?cross)(?: off)? (?P<what>.+?)(?: as (?:done|complete[d]?|finished))?(?: again)?$",
        # "put the poster back on the list"
        r"(?:bring|put|move) (?P<what>.+?) back"
        r"(?: (?:on|onto|to|in|into) (?:it|there|(?:my |the )?(?:\w+ )?list))?$",
    )
)
# "finish the poster", "done with the poster"; "did I …" asks
_VERB: Final = re.compile(
    r"(?:completed?|completing|finish(?:ed)?(?: with| off)?|done(?: with)?|close(?: out)?|closed|resolved?|accomplish|"
    r"conclude|wrap up|achieve|fulfill|end|handled|took care of|did(?! (?:i|we|you|he|she|they|it)\b))"
    r"(?! the (?:loop|gap|tab|window|door|app))\s*:?\s+(?P<what>.+)$"
)
# Nobody ticks off a lamp, or marks one as done.
_OF_TASKS: Final = re.compile(
    r"(?:check|tick|cross|mark)(?:ed|ing)? .*\bas (?:done|complete[d]?|finished)\b|(?:check|tick|cross) "
)
# "close the till done": a title that begins with such a verb
_CLOSED: Final = re.compile(r"(?:close|resolve|end|conclude|finish|complete) .+ (?:done|finished|completed)$")
_MARK_BARE: Final = re.compile(r"(?:mark|tick|check|check off|tick off|cross off|cross)(?: off)? (?P<what>.+)$")
_OF_DONE: Final = ("mark", "tick", "cross off")
_OTHER_MARK: Final = re.compile(r"priority|important|urgent|\bas\b")
_LISTED_VERB: Final = re.compile(r"(?:complete|finish|mark|check off|tick off|finished|completed) ")
_ALONE: Final = re.compile(r"(?:mark )?(?:as )?(?:done|finished|completed?)|all done")
# "do the first two": of the list on show
_DO: Final = re.compile(r"(?:do|did)(?: just| only)? (?P<what>(?!it\b|that\b|this\b|them\b).{1,40})$")
_QUESTION: Final = re.compile(r"(?:did|have|has|had|do|does) (?:i|we|you)\b")


def parse_complete(phrase: Phrase, context: Context) -> Complete | Reopen | None:
    """What a command completes or reopens, or nothing when the phrase is no such command."""
    if _QUESTION.match(phrase.low):
        return None
    name, rest, listed = take_list(phrase, context.lists)
    for pattern in _REOPENS:
        if found := pattern.match(rest.low):
            return Reopen(done_target(rest.part(found), context, name))
    source = rest if listed else phrase
    for pattern in _MARKS:
        found = pattern.match(source.low)
        if found and (_OF_TASKS.match(source.low) or not other_domain(source, context, listed=listed)):
            return Complete(done_target(source.part(found), context, name))
    if listed and (crossed := _crossed(rest, phrase)):
        return Complete(done_target(crossed, context, name))
    found = None if _CLOSED.match(phrase.low) else _VERB.match(phrase.low)
    if found and not other_domain(phrase, context, listed=listed):
        return Complete(done_target(phrase.part(found), context))
    found = _MARK_BARE.match(phrase.low)
    if found and found[0].startswith(_OF_DONE) and not _OTHER_MARK.search(phrase.low):
        return Complete(done_target(phrase.part(found), context))
    if (found := _DO.match(phrase.low)) and (pointed := resolve(found["what"], context)) is not None:
        return Complete(pointed)
    if _ALONE.fullmatch(phrase.low.strip()):
        return Complete(read_target(Phrase.of("it"), context) if context.touched or context.shown else Target())
    return None


def _crossed(rest: Phrase, phrase: Phrase) -> Phrase | None:
    """ "Check the shopping list off", "mark milk on my grocery list": the list itself or something on it."""
    found = _MARK_BARE.match(rest.low)
    mention = find_list(phrase)
    crossed = mention is not None and mention.preposition.startswith("off")
    if found and (crossed or found[0].startswith((*_OF_DONE, "check off"))):
        return rest.part(found)
    found = _LISTED_VERB.match(phrase.low)
    return phrase.cut(found.end()) if found else None
