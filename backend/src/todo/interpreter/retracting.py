"""Undo and redo in words: "undo that", "take it back", "oops", "redo"."""

import re
from typing import Final

from todo.interpreter.lexicon import one_of
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Redo, Undo

_LONGEST: Final = 100
_OOPS: Final = r"(?:(?:no|oops|wait|sorry|actually|whoops|oh no)[\s,!.]+)*"
_IT: Final = r"(?:it|that|this|them|everything)(?: all)?"
_CHANGE: Final = one_of(
    "one", "thing", "change", "action", "step", "edit", "command", "delete", "deletion", "completion", "addition",
    "update", "task", "reminder", "item", "add", "entry",
)  # fmt: skip
# "undo", "undo that", "undo my last change", "undo what you just did"
_UNDO: Final = (
    rf"undo(?: (?:{_IT}|(?:the|my|that) (?:last )?{_CHANGE}|last|all that|again|one more|once more|"
    r"what you (?:just )?did|everything you just did))*"
)
# "take that back", "put it back", "bring them back"
_BACK: Final = (
    rf"(?:take|put|bring|roll|change|turn|reverse|revert|switch) {_IT} back|go back|roll ?back(?: (?:that|it))?"
)
# "revert the last change", "cancel my last action"
_REVERT: Final = (
    rf"revert(?: (?:that|it|this|the (?:last )?change|to before|back))*|reverse (?:that|it|the last {_CHANGE})|"
    rf"cancel (?:the|my|that) (?:last|previous) {_CHANGE}"
)
# "restore the deleted task", "bring back the last item I just deleted"
_RESTORE: Final = (
    r"(?:restore|undelete|recover|bring back|get back) (?:the |my )?(?:last )?(?:deleted )?(?:task|item|one|reminder)s?"
    r"(?: back| i (?:just )?deleted)?|(?:restore|un-?delete) (?:it|that|them)"
)
# "that was a mistake", "oops"
_MISTAKE: Final = r"(?:that|it) was (?:a mistake|an accident|wrong)|i didn'?t mean (?:to do )?that|ctrl[- +]?z|oops"
_UNDOING: Final = re.compile(
    rf"{_OOPS}(?:{_UNDO}|{_BACK}|{_REVERT}|{_RESTORE}|{_MISTAKE})[\s.!,]*(?:please|thanks)?[\s.!]*$"
)
_REDOING: Final = re.compile(
    r"(?:redo(?: (?:it|that|this|the last (?:one|change|thing)|again))*|do (?:it|that) again|"
    r"reapply(?: (?:it|that))?|undo the undo|put (?:the change|my change) back|ctrl[- +]?y)[\s.!]*$"
)


def parse_backward(phrase: Phrase) -> Undo | Redo | None:
    """Undo or redo, when the whole phrase asks for it."""
    if len(phrase.low) > _LONGEST:
        return None
    if _REDOING.match(phrase.low):
        return Redo()
    return Undo() if _UNDOING.match(phrase.low) else None
