"""Where an offline turn plays: the clock, what was asked before, and the journal of the run."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from todo.agent.journal import Journal
from todo.interpreter.context import Pending, Shown


@dataclass(slots=True)
class Scene:
    """`now` is local. `asked` tells that a question was open, `lapsed`
    that it came to an end by itself; `left_out` are tasks that a yes excepted; `known` are those spoken of, by id."""

    now: datetime
    journal: Journal
    lists: tuple[str, ...] = ()
    asked: bool = False
    lapsed: bool = False
    undo_turn: str | None = None
    known: dict[str, Shown] = field(default_factory=dict)
    left_out: list[dict[str, Any]] = field(default_factory=list)

    def ask(self, pending: Pending) -> None:
        """The next short reply is an answer to this."""
        self.journal.pending = pending
