"""What accounts consist of, as values."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from todo.kit.caller import Scope


@dataclass(frozen=True, slots=True)
class User:
    id: UUID
    email: str
    name: str | None
    password_hash: str
    time_zone: str
    locale: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A browser, or a program, that is signed in."""

    id: UUID
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    user_agent: str | None


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A personal access token, without its secret, which nobody can read again."""

    id: UUID
    name: str
    scopes: tuple[Scope, ...]
    list_id: UUID | None
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
