"""What the authorisation server speaks of, as values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from todo.kit.caller import Scope
from todo.oauth.redirects import Destination, destination

CODE_LIFETIME = timedelta(minutes=5)
ACCESS_LIFETIME = timedelta(hours=1)
REFRESH_LIFETIME = timedelta(days=90)
"""From the last refresh: an app that is not used for so long has to ask again."""

ACCESS_PREFIX, REFRESH_PREFIX, CODE_PREFIX = "todo_at_", "todo_rt_", "todo_ac_"
"""Make a leaked secret known to secret scanners."""


@dataclass(frozen=True, slots=True)
class Client:
    """A program that registered. Anybody can register any name, so the name proves nothing; where it has people sent
    back to does."""

    id: UUID
    name: str
    redirect_uris: list[str]
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person allowed a client, which is the one behind `redirect_uri`: to do `scopes` at `resource`,
    within one list when there is a `list_id`."""

    user_id: UUID
    client_id: UUID
    redirect_uri: str
    scopes: tuple[Scope, ...]
    resource: str
    list_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """An authorisation code (RFC 6749 section 1.3.1), without itself. `grant_id` is what it was exchanged for."""

    id: UUID
    terms: Terms
    challenge: str
    expires_at: datetime
    grant_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """What a code became. `refresh_hash` is the digest of the only refresh token that still counts."""

    id: UUID
    terms: Terms
    refresh_hash: bytes
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Connection:
    """A grant as the person sees it in the settings."""

    id: UUID
    name: str
    redirect_uri: str
    scopes: tuple[Scope, ...]
    list_id: UUID | None
    created_at: datetime
    last_used_at: datetime | None

    @property
    def destination(self) -> Destination:
        return destination(self.redirect_uri)


@dataclass(frozen=True, slots=True)
class Issued:
    """A successful answer of the token endpoint (RFC 6749 section 5.1)."""

    access_token: str
    refresh_token: str
    scopes: tuple[Scope, ...]
