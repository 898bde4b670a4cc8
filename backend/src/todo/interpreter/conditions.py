"""Adding only what is missing: "if soap isn't on my list add it", "is it on the list? if not, add it", "… unless
it's there"."""

import re
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.lexicon import one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Add
from todo.interpreter.scope import take_list
from todo.interpreter.titles import title_of

_POLITE: Final = r"(?:(?:then|please|can you|could you|will you|go ahead and|just|would you|you can|kindly)[\s,]+)*"
# "then please add it to my shopping list"
_ADD_IT: Final = (
    rf"{_POLITE}(?:add|put|include|place|write|stick|throw)(?: (?:it|them|that|those|some|one))?"
    r"(?: (?:to|on|in|down)(?: (?:it|there|the list|my list|my \w+ list|the \w+ list))?)?(?: (?:for me|please|too))*"
)
_THERE_IS_NO: Final = r"there (?:isn't|is not|aren't|are not|is no|are no)(?: any| already)? "
_I_LACK: Final = r"(?:i|we) (?:don't|do not|haven't|have not)(?: already)? (?:have|got|put|added)(?: any)? "
# "if figs aren't there already, add them"
_IF_MISSING: Final = re.compile(
    rf"if (?:{_THERE_IS_NO}|{_I_LACK})?(?P<what>.+?)(?: (?:is|are)(?:n'?t| not))?"
    rf"(?: (?:already|yet|currently|there))*,? (?:already )?,?\s*{_ADD_IT}$"
)
_ARE_THERE: Final = (
    r"(?:(?:is|are)(?: there)?|do (?:i|we) (?:already )?have|did (?:i|we) (?:already )?(?:add|put)|"
    r"have (?:i|we) (?:got|added|put))?"
)
_NOT: Final = r"(?:don't|do not|isn't|aren't|not)"
_HAVE_IT: Final = r"have (?:it|any|them)"
_IF_NOT: Final = (
    rf"if (?:(?:it|they|there|that)(?: is|'s| are|'re)?|i|we)? ?{_NOT}?(?: (?:not|there|already|on there|{_HAVE_IT}))*"
)
_ADD_IF_NOT: Final = (
    rf"{_ADD_IT} if (?:(?:it|they|that)(?:'s|'re| is| are)?|i|we)? ?{_NOT}"
    rf"(?: (?:not|there|already|on (?:it|there)|{_HAVE_IT}))*"
)
# "are figs there? if not, add them", "do I have figs? add them if I don't"
_THEN_ADD: Final = re.compile(
    rf"(?:check (?:if|whether) |see (?:if|whether) )?{_ARE_THERE}\s*(?:any )?(?P<what>.+?)(?: (?:is|are))?"
    rf"(?: (?:already|there|yet|listed))*[\s,?.]+(?:and |but )?(?:{_IF_NOT}[\s,]+{_ADD_IT}|{_ADD_IF_NOT})$"
)
_STATE: Final = one_of(
    "is", "are", "isn't", "aren't", "is not", "are not", "don't", "do not", "haven't", "have not", "ain't", "not",
    "already", "have", "has", "do", "does", "doesn't", "there", "on", "put", "added", "in", "any", "it", "them", "yet",
    "currently", "been", "listed", "one", "list", "my", "the", "here", "of", "to", "that", "shopping", "grocery",
    "missing", "exist",
)  # fmt: skip
_SUBJECT: Final = r"(?:(?:it|they|that|those|these|there|i|we)(?:'s|'re)?|one)"
# "… unless they're already there", "… if it isn't on the list yet"
_UNLESS: Final = re.compile(
    rf"[\s,]+(?:only )?(?:if|unless|when|as long as|provided)(?: that)? {_SUBJECT}(?: {_STATE})*$"
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
