"""Short of words after an act: "the third one too", "same for the lamp", "and eggs", "no, I meant the red one"."""

import re
from dataclasses import replace
from typing import Final

from todo.interpreter.adding import read_item
from todo.interpreter.changes import read_value
from todo.interpreter.context import Context
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Add, Plan, Target, TargetedAction, Undo
from todo.interpreter.reference import resolve
from todo.interpreter.targets import read_target

_LONGEST: Final = 120
# "same for the lamp", "do the same with the lamp"
_SAME: Final = re.compile(
    r"(?:and |please |also )*(?:do )?(?:the )?same (?:thing )?(?:for|with|to|goes for|applies to) (?P<what>.+)$"
)
# "and the lamp", "the lamp too", "also the lamp", "the lamp as well please"
_ALSO: Final = re.compile(
    r"(?:(?P<lead>and(?: also| then)?|also|plus|oh and|then)[\s,]+)?(?P<what>.+?)"
    r"(?P<tail>[\s,]+(?:too|as well|also|likewise))?(?: please)?$"
)
# "no, I meant the red one", "not that one, the red one", "sorry, the other one"
_MEANT: Final = re.compile(
    r"(?:(?:no|nope|oops|sorry|wait|hmm|oh|wrong one|not (?:that|this)(?: one)?|actually)[\s,.!;-]+)*"
    r"(?:(?:i|we) (?:meant|mean|was talking about)[\s,:]+)?(?P<what>.+?)(?: (?:instead|please))*$"
)
_MISTAKEN: Final = re.compile(r"\b(?:no|nope|oops|sorry|wrong one|not (?:that|this)|meant|mean)\b")
_ONE: Final = re.compile(
    r"(?:the|my|that|this)(?: (?!(?:is|are|was|were|will|should|has|have|needs?|can|could|must|i|you|we)\b)\S+){1,8}|"
    r"#?\d+|number \w+"
)
# Words that name no task: "and then?", "what about …", "same to you"
_UNSAID: Final = re.compile(
    r"(?:the )?(?:other|others|rest|same)(?: ones?)?$|(?:it|that|this|them|you|me|so|nothing|then|now|what|when|where|"
    r"who|why|how|is|are|do|does|did|can|could|will|would|should|i|if|because|thanks?|please)\b"
)


def parse_meant(phrase: Phrase, context: Context) -> Plan | None:
    """The last act taken back, and done to the task that was meant."""
    last, found = context.last, _MEANT.match(phrase.low)
    if last is None or isinstance(last, Add) or found is None or len(phrase.low) > _LONGEST:
        return None
    if not _MISTAKEN.search(phrase.low[: found.start("what")]) or not _ONE.fullmatch(found["what"]):
        return None
    what = phrase.part(found)
    if read_value(what, context) is not None:
        return None
    target = _named(what, context)
    return Plan((Undo(), replace(last, target=target)), sure=True) if target is not None else None


def parse_echo(phrase: Phrase, context: Context) -> Plan | None:
    """The last act once more, for what is named now; for words that are no act of their own."""
    if context.last is None or len(phrase.low) > _LONGEST:
        return None
    same = _SAME.match(phrase.low)
    found = same or _ALSO.match(phrase.low)
    if found is None or not (same or found["lead"] or found["tail"]):
        return None
    action = _again(context.last, phrase.part(found), context)
    return Plan((action,), sure=True) if action is not None else None


def is_same(phrase: Phrase) -> bool:
    """Whether the words say outright that the last act is meant."""
    return bool(_SAME.match(phrase.low))


def _again(last: Add | TargetedAction, what: Phrase, context: Context) -> Add | TargetedAction | None:
    if isinstance(last, Add):
        (add,) = read_item(what, context, Add(list=last.list))
        return add if add.title and not _UNSAID.match(what.low) else None
    target = _named(what, context)
    return replace(last, target=target) if target is not None else None


def _named(what: Phrase, context: Context) -> Target | None:
    pointed = resolve(what.low, context)
    if pointed is not None or _UNSAID.match(what.low):
        return pointed
    target = read_target(what, context)
    return target if target.words or target.pick else None
