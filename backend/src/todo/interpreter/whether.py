"""Asking whether a task is there: "is milk on my list?", "did I put figs on it?", "check if …"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.filters import read_filter
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Filter, List
from todo.interpreter.scope import bare_list, take_list

CHECK: Final = re.compile(
    r"(?:check|see|verify|confirm|tell me|let me know|look|make sure|double check|find out|know)(?: up|"
    r" out)?(?: (?:on|at|in|through|over|my|the|to|and|do|see|tell|me|list|shopping|grocery|todo|to-do|"
    r"reminders?))*? (?:if|whether|for)\s+(?P<what>.+)$"
)
_PUT: Final = re.compile(
    r"(?:did|have|had|do|does|has|is|are|was|were) (?:i|we|you)? ?(?:already |also |still )?(?:put|add(?:ed)?|"
    r"listed?|include[d]?|written?|write|placed?|have|need|got|see|set|remember to (?:put|"
    r"add))?\s*(?P<what>.+?)(?: (?:there|listed|already|included|still|currently|on|on it|in it|written|"
    r"present|added|mentioned|to be|up))*$"
)


def parse_whether(phrase: Phrase, context: Context) -> List | None:
    """ "Is X on my list", "did I put X on my list", "do I need X at the store"."""
    shopping = re.fullmatch(
        r"do (?:i|we) (?:still )?need (?:any |more |to (?:buy|get) (?:any |more )?)?(?P<what>.+?)(?: (?:at|"
        r"from) (?:the )?(?:store|shop|supermarket|market|grocery store))?",
        phrase.low,
    )
    if shopping and not re.search(
        r"\b(?:a|an|to|my|visa|passport|shots|vaccin\w*|insurance|reservations?|tires|card)\b", shopping["what"]
    ):
        return List(Filter(words=phrase.text[shopping.start("what") : shopping.end("what")]), asked="whether")
    name, rest, listed = take_list(phrase, context.lists)
    if not listed or not re.match(
        r"(?:is|are|was|were|did|do|does|have (?:i|we|you)|has|had|isn't|aren't)\b", rest.low
    ):
        return None
    found = _PUT.match(rest.low)
    if found is None or re.match(r"(?:there|any|what|anything|it|something)\b", found["what"]):
        return None
    chosen = read_filter(rest.part(found), context)
    return List(replace(chosen, list=name), asked="whether")


def read_whether(what: Phrase, phrase: Phrase, context: Context) -> List:
    inner = parse_whether(Phrase.of("is " + what.text), context)
    if inner is not None:
        return inner
    name, _, _ = take_list(phrase, context.lists)
    has = re.match(
        r"(?:(?:my|the|our) (?:[\w-]+ ){0,3}?(?:list|lists)|there(?: is| are|'s)|i|we|it) ?(?:has|have|"
        r"contains?|includes?|already have|put|added|need|is|are)?\s+(?P<what>.+)$",
        what.low,
    )
    chosen = read_filter(what.cut(has.start("what")) if has else what, context)
    words = (
        re.sub(
            r"\s*\b(?:is|are) (?:listed|there|included|on|on it|in it|already there|present).*$", "", chosen.words or ""
        )
        or None
    )
    place = bare_list(what)
    return List(
        replace(chosen, words=words, list=chosen.list or name or (place.name if place and has else None)),
        asked="whether",
    )
