"""One score a conversation: end state, what was said, no minefield, no collateral damage; all four, or it fails."""

import re
from dataclasses import dataclass, field

from evals.conversation import Conversation, Turn
from evals.facts import holds
from evals.reply import Reply

_LEAK = re.compile(r"traceback|\bNoneType\b|\{\w+\}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", re.IGNORECASE)
_DID = r"(?:added|created|completed|deleted|removed|updated|moved|renamed|undone|rescheduled|marked)"
_CLAIM = re.compile(
    rf"^(?:(?:ok(?:ay)?|done|sure|great|got it)[,.!:–-]* )?(?:{_DID} (?!already|nothing|no )|(?:i've|i have) {_DID})",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Score:
    """Why a conversation failed, by part; it passes when there is no reason at all."""

    end: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    minefield: list[str] = field(default_factory=list)
    collateral: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not (self.end or self.said or self.minefield or self.collateral)

    @property
    def reasons(self) -> list[str]:
        parts = {"end": self.end, "said": self.said, "minefield": self.minefield, "collateral": self.collateral}
        return [f"{name}: {reason}" for name, reasons in parts.items() for reason in reasons]


def judge_turn(number: int, turn: Turn, reply: Reply, conversation: Conversation, score: Score) -> None:
    """Add to `score` what is wrong with the answer to one turn."""
    score.said += [f"turn {number} {reason}" for reason in _missing(turn, reply)]
    score.minefield += [f"turn {number} {reason}" for reason in _mines(turn, reply, conversation)]


def _missing(turn: Turn, reply: Reply) -> list[str]:
    if turn.refused or not reply.events:
        expected = turn.refused or 200
        return [] if reply.status == expected else [f"was answered {reply.status}, not {expected}: {reply.problem}"]
    seen = reply.visible
    reasons = [
        f"does not say {' or '.join(fact)}: “{seen[:160]}”"
        for fact in turn.said
        if not any(holds(seen, one) for one in fact)
    ]
    reasons += [f"says {fact}" for fact in turn.unsaid if holds(seen, fact)]
    if not seen:
        reasons.append("says nothing")
    reasons += _rows("shows", turn.shows, [task["title"] for task in reply.shown])
    reasons += _rows("offers", turn.offers, [task["title"] for task in reply.candidates])
    reasons += _rows("asks about", turn.waits, [task["title"] for task in reply.waiting])
    if turn.asks == "yes" and not reply.asks:
        reasons.append(f"does not ask: “{seen[:160]}”")
    if turn.asks == "no" and reply.asks:
        reasons.append(f"asks: “{seen[:160]}”")
    return reasons


def _rows(what: str, wanted: tuple[str, ...] | None, found: list[str]) -> list[str]:
    if wanted is None or list(wanted) == found:
        return []
    return [f"{what} {', '.join(found) or 'nothing'}, not {', '.join(wanted) or 'nothing'}"]


def _mines(turn: Turn, reply: Reply, conversation: Conversation) -> list[str]:
    reasons = [f"called {call['name']}" for call in reply.of("tool") if call["name"] in conversation.never.tools]
    reasons += [f"said {fact}" for fact in conversation.never.said if holds(reply.visible, fact)]
    reasons += [f"failed: {error['message']}" for error in reply.of("error")]
    acted = bool(reply.of("receipt"))
    if turn.acts is False and acted:
        changed = [f"{receipt['action']} {receipt['after']['title']}" for receipt in reply.of("receipt")]
        reasons.append(f"changed something: {', '.join(changed)}")
    if turn.acts is True and not acted:
        reasons.append(f"changed nothing: “{reply.visible[:160]}”")
    leak = _LEAK.search(reply.text)
    if leak:
        reasons.append(f"shows what is internal: “{leak[0]}”")
    if not acted and _CLAIM.search(reply.visible):
        reasons.append(f"claims a change without a receipt: “{reply.visible[:160]}”")
    return reasons
