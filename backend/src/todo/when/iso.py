"""ISO 8601 date-times: "2026-11-24T17:00", "2026-11-24 17:00:00", "2026-11-24T16:00Z" in the person's own zone."""

from datetime import datetime

from .piece import Clock, Days, Hit, Piece
from .tokens import Sentence


def find(s: Sentence, i: int) -> Hit | None:
    token = s.at(i)
    if token.kind != "iso":
        return None
    try:
        there = datetime.fromisoformat(token.text.upper())
        if there.tzinfo is not None:
            there = there.astimezone(s.now.tzinfo)
    except (ValueError, OverflowError):
        return None
    clock = Clock(there.time().replace(second=0, microsecond=0, tzinfo=None, fold=0))
    day = Days.of(there.date())
    return (Piece(days=day, clock=clock), i + 1) if day else None
