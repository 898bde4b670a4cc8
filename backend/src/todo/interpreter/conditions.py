"""Adding only what is missing: "if soap isn't on my list add it", "is it on the list? if not, add it", "… unless
it's there"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Add
from todo.interpreter.scope import take_list
from todo.interpreter.titles import title_of

_ADD_IT: Final = (
    r"(?:(?:then|please|can you|could you|will you|go ahead and|just|would you|you can|kindly)[\s,]+)*(?:add|"
    r"put|include|place|write|stick|throw)(?: (?:it|them|that|those|some|one))?(?: (?:to|on|in|down)(?: (?:it|"
    r"there|the list|my list|my \w+ list|the \w+ list))?)?(?: (?:for me|please|too))*"
)
_IF_MISSING: Final = re.compile(
    rf"if (?:there (?:isn't|is not|aren't|are not|is no|are no)(?: any| already)? |(?:i|we) (?:don't|do not|"
    rf"haven't|have not)(?: already)? (?:have|got|put|added)(?: any)? )?(?P<what>.+?)(?: (?:is|are)(?:n'?t|"
    rf" not))?(?: (?:already|yet|currently|there))*,? (?:already )?,?\s*{_ADD_IT}$"
)
_THEN_ADD: Final = re.compile(
    rf"(?:check (?:if|whether) |see (?:if|whether) )?(?:(?:is|are)(?: there)?|do (?:i|we) (?:already )?have|"
    rf"did (?:i|we) (?:already )?(?:add|put)|have (?:i|we) (?:got|added|"
    rf"put))?\s*(?:any )?(?P<what>.+?)(?: (?:is|are))?(?: (?:already|there|yet|listed))*[\s,?.]+(?:and |"
    rf"but )?(?:(?:if (?:(?:it|they|there|that)(?: is|'s| are|'re)?|i|we)? ?(?:don't|do not|isn't|aren't|"
    rf"not)?(?: (?:not|there|already|on there|have (?:it|any|them)))*[\s,]+{_ADD_IT})|{_ADD_IT} if (?:(?:it|"
    rf"they|that)(?:'s|'re| is| are)?|i|we)? ?(?:don't|do not|isn't|aren't|not)(?: (?:not|there|already|"
    rf"on (?:it|there)|have (?:it|any|them)))*)$"
)
_UNLESS: Final = re.compile(
    r"[\s,]+(?:only )?(?:if|unless|when|as long as|provided)(?: that)? (?:(?:it|they|that|those|these|there|i|"
    r"we)(?:'s|'re)?|one) ?(?:is|are|isn't|aren't|is not|are not|don't|do not|haven't|have not|ain't|not|"
    r"already|have|has|does|doesn't|there|on|put|added|in|any|it|them|yet|currently|been|listed|one|list|my|"
    r"the|here|of|to|that)*"
    r"(?:(?:\s+(?:is|are|isn't|aren't|is not|not|already|have|has|there|on|put|added|in|any|it|them|yet|"
    r"currently|been|listed|one|list|my|the|here|of|to|that|shopping|grocery|missing|don't|do|doesn't|"
    r"exist))*)$"
)
_COMMAND: Final = re.compile(r"(?:add|put|include|place|write|stick|throw)\s+")


def parse_conditional(phrase: Phrase, context: Context) -> Add | None:
    """An add that holds only when the task is not there yet, or nothing when no such condition is said."""
    if (
        not re.search(r"\b(?:if|unless)\b", phrase.low)
        or len(phrase.low) > 300
        or not re.search(r"\b(?:add|put|include|place|write)\b", phrase.low)
    ):
        return None
    if found := _UNLESS.search(phrase.low):
        command = phrase.cut(0, found.start())
        if opening := _COMMAND.match(command.low):
            name, rest, _ = take_list(command.cut(opening.end()), context.lists)
            return _add(rest, name)
    name, rest, listed = take_list(phrase, context.lists)
    if not listed:
        return None
    for pattern in (_IF_MISSING, _THEN_ADD):
        if match := pattern.match(rest.low):
            return _add(rest.part(match), name)
    return None


def _add(what: Phrase, name: str | None) -> Add | None:
    title = title_of(what)
    return Add(title=title, list=name, only_if_absent=True) if title else None
