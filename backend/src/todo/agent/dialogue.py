"""What a short reply refers to: the tasks last shown, those last changed, and what the assistant asked.

It is kept with the conversation, so that "the second one" means the same to any replica, and after a restart.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from todo.agent.codec import decode, encode
from todo.agent.journal import Call
from todo.interpreter.context import AskApproval, AskUndo, Context, Pending, Shown
from todo.interpreter.plan import Add, TargetedAction


@dataclass(frozen=True, slots=True)
class Approval:
    """Calls that wait for a yes: which turn asked, and until when (ISO 8601, UTC)."""

    turn_id: str
    calls: tuple[Call, ...]
    expires_at: str

    @classmethod
    def load(cls, kept: dict[str, Any]) -> "Approval":
        calls = tuple(Call(call["tool"], call["arguments"]) for call in kept["calls"])
        return cls(kept["turn_id"], calls, kept["expires_at"])

    def dump(self) -> dict[str, Any]:
        calls = [{"tool": call.tool, "arguments": call.arguments} for call in self.calls]
        return {"turn_id": self.turn_id, "calls": calls, "expires_at": self.expires_at}

    def without(self, excluded: frozenset[str]) -> list[Call]:
        """The calls, but for those on the tasks `excluded`."""
        return [call for call in self.calls if call.arguments.get("task") not in excluded]


@dataclass(frozen=True, slots=True)
class Dialogue:
    shown: tuple[Shown, ...] = ()
    touched: tuple[Shown, ...] = ()
    pending: Pending | None = None
    last: Add | TargetedAction | None = None
    """What the turn before did, if it did one thing."""
    undo_turn: str | None = None
    approval: Approval | None = None
    by_model: bool = False
    """Whether a model answered last: then it may have asked something that only it can go on with."""
    lapsed: bool = field(default=False, compare=False)

    @classmethod
    def load(cls, state: dict[str, Any] | None, now: datetime) -> "Dialogue":
        """The dialogue as it was kept; an approval that has expired is gone from it, and `lapsed` says so: a yes to
        it is known as such, and does nothing.

        What another version of the server kept, and this one cannot read, is as good as nothing: it is asked again.
        """
        if not state:
            return cls()
        try:
            kept = cls(
                shown=decode(state.get("shown", [])),
                touched=decode(state.get("touched", [])),
                pending=decode(state.get("pending")),
                last=decode(state.get("last")),
                undo_turn=state.get("undo_turn"),
                approval=Approval.load(state["approval"]) if "approval" in state else None,
                by_model=bool(state.get("by_model")),
            )
        except (KeyError, TypeError, ValueError):
            return cls()
        if kept.approval and datetime.fromisoformat(kept.approval.expires_at) <= now:
            return replace(kept, approval=None, lapsed=True)
        return kept

    def dump(self) -> dict[str, Any]:
        """JSON values for `load`."""
        values = {
            "shown": encode(self.shown),
            "touched": encode(self.touched),
            "pending": encode(self.pending),
            "last": encode(self.last),
            "undo_turn": self.undo_turn,
            "approval": self.approval and self.approval.dump(),
            "by_model": self.by_model,
        }
        return {key: value for key, value in values.items() if value}

    @property
    def known(self) -> dict[str, Shown]:
        """The tasks spoken of, by id."""
        return {task.id: task for task in (*self.shown, *self.touched)}

    @property
    def waiting(self) -> tuple[Shown, ...]:
        """The tasks that wait for a yes, as they were asked about."""
        return self.pending.actions if self.approval and isinstance(self.pending, AskApproval) else ()

    def context(self, now: datetime, lists: tuple[str, ...]) -> Context:
        """What a sentence is read against; `now` is local."""
        return Context(
            now=now, shown=self.shown, touched=self.touched, lists=lists, pending=self.pending, last=self.last
        )

    def after(
        self,
        *,
        shown: tuple[Shown, ...] | None,
        touched: tuple[Shown, ...],
        pending: Pending | None,
        undo_turn: str | None,
        cancelled: bool,
        last: Add | TargetedAction | None = None,
        added: frozenset[str] = frozenset(),
    ) -> "Dialogue":
        """The dialogue after a turn that showed and touched these. A no, an act, or a new question ends an approval.

        A list shown since takes "both" and "them" over from what was changed before it; "it" stays. What was `added`
        stands below the list that was shown, so "the last one" is that.
        """
        keeps = self.approval is not None and not (touched or pending or cancelled)
        spoken_of = self.touched if shown is None or len(self.touched) == 1 else ()
        now = {task.id: task for task in touched}
        return Dialogue(
            shown=self._shown_with(now, added) if shown is None else shown,
            touched=touched or spoken_of,
            pending=self.pending if keeps else pending,
            last=last,
            undo_turn=undo_turn if isinstance(pending, AskUndo) else None,
            approval=self.approval if keeps else None,
        )

    def _shown_with(self, now: dict[str, Shown], added: frozenset[str]) -> tuple[Shown, ...]:
        below = (task for task in now.values() if task.id in added) if self.shown else ()
        return (*(now.get(task.id, task) for task in self.shown), *below)

    def asking(self, approval: Approval, actions: tuple[Shown, ...]) -> "Dialogue":
        return replace(self, approval=approval, pending=AskApproval(actions), shown=actions, undo_turn=None)

    def unanswered(self) -> "Dialogue":
        """The dialogue for a model to go on with: a question of the interpreter's is closed, but for an approval."""
        return self if self.approval else replace(self, pending=None, undo_turn=None)

    def answered(self) -> "Dialogue":
        """The dialogue once nothing is asked any more."""
        return replace(self, approval=None, pending=None, undo_turn=None)
