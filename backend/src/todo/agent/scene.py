"""Where an offline turn plays: the clock, what was asked before, and the journal of the run."""

from dataclasses import dataclass, field
from datetime import datetime

from todo.agent.journal import Journal
from todo.agent.offline import Call
from todo.interpreter.context import Pending


@dataclass(slots=True)
class Scene:
    """`now` is local. `guarded` gathers the calls that wait for a yes; `asked` tells that a question was open."""

    now: datetime
    journal: Journal
    lists: tuple[str, ...] = ()
    asked: bool = False
    lapsed: bool = False
    undo_turn: str | None = None
    guarded: list[Call] = field(default_factory=list)

    def ask(self, pending: Pending) -> None:
        """The next short reply is an answer to this."""
        self.journal.pending = pending
