"""What a model claims to have done, held against the receipts of its turn before a person reads it."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Action = str
"""As receipts have it: add, complete, reopen, update, delete, undo, redo."""
Receipt = dict[str, Any]

_VERBS: dict[str, frozenset[Action]] = {
    r"added|created|saved|noted|put|made|set up|scheduled|logged|jotted": frozenset(("add", "update")),
    r"completed|finished|ticked|checked|crossed|marked|closed": frozenset(("complete", "reopen", "update")),
    r"reopened|unchecked|unticked": frozenset(("reopen", "undo", "update")),
    r"deleted|removed|cleared|trashed|dropped|erased|cancell?ed": frozenset(("delete", "update", "undo", "complete")),
    r"updated|changed|moved|renamed|called|rescheduled|postponed|pushed|shifted|set|prioriti[sz]ed|tagged|edited": (
        frozenset(("update", "add"))
    ),
    r"undone|undid|reverted|restored|rolled back|brought back|redone": frozenset(("undo", "redo", "reopen")),
}
_ANY: frozenset[Action] = frozenset(("add", "complete", "reopen", "update", "delete", "undo", "redo"))
_NO = r"(?!not\b|n['’]t\b|never\b)"
_HAS = r"(?:has|have|had|['’]ve|['’]s|was|were|is|are|got)"
_ADVERB = r"(?:now |also |just |already |successfully |been |both |all |gone ahead and |then )*"
_DONE = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|sure|great|alright|all right|perfect|got it)\W+)*"
    r"(?:all )?(?:done|set|taken care of|sorted|handled)\b(?!\s+tasks?\b)",
    re.I,
)
_BECOMES = re.compile(
    r"\bI(?:['’]ll| will) remind you\b|\b(?:is|are) (?:now |all )*(?:done|gone|on your list|in your list)\b", re.I
)
_NAME = re.compile(r"\*\*(.+?)\*\*|“(.+?)”|\"(.+?)\"")
_DENIED = re.compile(r"\b(?:no|nothing|none|neither|not|never|nobody|unable)\b|n['’]t\b", re.I)
_BOUNDARY = re.compile(r"[.!?]+[\"”’*)]*\s+|\n+")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence says that one of `actions` happened to what it `names`. `by_me` when it says who did it."""

    actions: frozenset[Action]
    names: tuple[str, ...]
    by_me: bool

    def is_backed(self, receipts: Sequence[Receipt]) -> bool:
        """Whether receipts have such an action, and everything that the sentence names."""
        fitting = [receipt for receipt in receipts if receipt["action"] in self.actions]
        found = json.dumps(fitting, ensure_ascii=False, default=str).casefold()
        names = (json.dumps(name, ensure_ascii=False)[1:-1].casefold() for name in self.names)
        return bool(fitting) and all(name in found for name in names)


def claim_of(sentence: str) -> Claim | None:
    """The change that a sentence claims, if it claims one. Questions, offers and denials claim nothing."""
    if sentence.rstrip(' \n*"”’)').endswith("?"):
        return None
    names = tuple(next(filter(None, found)).strip(" .,") for found in _NAME.findall(sentence))
    for pattern, passive, actions in _CLAIMS:
        if pattern.search(sentence):
            return Claim(actions, names, by_me=True)
        if passive.search(sentence) and not _DENIED.search(sentence):
            return Claim(actions, names, by_me=False)
    if _DONE.search(sentence):
        return Claim(_ANY, names, by_me=True)
    return Claim(_ANY, names, by_me=False) if _BECOMES.search(sentence) else None


def sentences(text: str) -> tuple[list[str], str]:
    """The whole sentences of a text, each with the space after it, and the rest, which may go on."""
    found, start = [], 0
    for boundary in _BOUNDARY.finditer(text):
        found.append(text[start : boundary.end()])
        start = boundary.end()
    return found, text[start:]


def _compiled(verbs: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """I did, or the bare participle that begins a sentence; and: it has been done."""
    mine = rf"\bI(?:['’]ve| have| did)? {_NO}{_ADVERB}(?:{verbs})\b"
    bare = rf"^\W*(?:(?:ok(?:ay)?|sure|done|great|alright|all right|perfect|got it|yes)\W+)*{_ADVERB}(?:{verbs})\b"
    passive = rf"\b{_HAS} {_NO}{_ADVERB}(?:{verbs})\b"
    return re.compile(f"{mine}|{bare}", re.I), re.compile(passive, re.I)


_CLAIMS = [(*_compiled(verbs), actions) for verbs, actions in _VERBS.items()]
