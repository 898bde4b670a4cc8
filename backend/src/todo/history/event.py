"""What happened: one change of one task or list, and who made it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from todo.kit.ids import new_id

Action = Literal["add", "update", "complete", "reopen", "delete", "restore", "undo", "redo"]
Entity = Literal["task", "list"]
Snapshot = dict[str, Any]
"""A task or a list as JSON. Keys with a leading underscore are ours and never leave the server."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What is undone together: everything one request, one message or one tool call did."""

    id: UUID
    conversation_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that is about to be recorded, as the event `id`. `before` is None for what is new.

    `cause_id` is the event that brought this one about: whoever undoes that one undoes both.
    """

    id: UUID = field(default_factory=new_id)
    action: Action
    entity: Entity
    entity_id: UUID
    before: Snapshot | None
    after: Snapshot
    cause_id: UUID | None = None
    undoes_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A recorded change. `seq` counts up in the order of commit, a person at a time."""

    id: UUID
    seq: int
    turn_id: UUID
    conversation_id: UUID | None
    actor: str
    action: Action
    entity: Entity
    entity_id: UUID
    before: Snapshot | None
    after: Snapshot | None
    undone: bool
    created_at: datetime
    cause_id: UUID | None = None
    undoes_id: UUID | None = None

    def public(self) -> "Event":
        """The event without the keys that never leave the server."""
        return replace(self, before=_public(self.before), after=_public(self.after))


def _public(snapshot: Snapshot | None) -> Snapshot | None:
    return snapshot and {key: value for key, value in snapshot.items() if not key.startswith("_")}
