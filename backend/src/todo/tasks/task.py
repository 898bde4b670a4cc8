"""A task and a list, as everyone sees them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

Status = Literal["open", "done"]
Priority = Literal["none", "low", "medium", "high"]
PRIORITIES: tuple[Priority, ...] = ("none", "low", "medium", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`due` is local in `zone`: "2026-11-24", or "2026-11-24T17:00". `repeat` is an RRULE (RFC 5545 section 3.3.10)."""

    id: UUID
    title: str
    description: str | None
    status: Status
    due: str | None
    zone: str
    repeat: str | None
    priority: Priority
    list: str | None
    tags: tuple[str, ...]
    position: float
    version: int
    source: str
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """A named list; `open_tasks` counts what is still to do in it."""

    id: UUID
    name: str
    position: float
    version: int
    open_tasks: int
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
