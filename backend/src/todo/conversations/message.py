"""Conversations and what was said in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

Role = Literal["user", "assistant"]
TurnStatus = Literal["running", "done", "stopped", "failed"]
StreamEvent = dict[str, Any]
"""One event of a turn's stream: `id`, `event`, `data`; text that was joined has `cuts` (see `todo.agent.stream`)."""

State = dict[str, Any] | None
"""What a conversation's next short reply refers to, as JSON; conversations keep it and do not look inside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    id: UUID
    title: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a person or the assistant said. `events` are the receipts, choices, approvals and lists beside the text."""

    id: UUID
    role: Role
    text: str
    turn_id: UUID
    status: TurnStatus
    model: str | None
    events: list[StreamEvent]
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRecord:
    """An assistant's message as the turn it is: what `GET /api/turns/{id}/stream` replays."""

    turn_id: UUID
    conversation_id: UUID
    status: TurnStatus
    stop: bool
    events: list[StreamEvent]
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTurn:
    """A turn that has begun: the person's message is stored, and the answer may be written."""

    turn_id: UUID
    conversation_id: UUID
    title: str
    message: str
    state: State
