"""Queries that find who a credential belongs to, one each."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.accounts.caller_cache import Identity
from todo.accounts.models import access_tokens, sessions, users
from todo.kit.caller import ALL_SCOPES, Caller, Grant, Scope

# Built once: this is the only query in front of every other one.
_BY_SESSION = (
    select(sessions.c.id, sessions.c.expires_at, sessions.c.user_id, users.c.time_zone, users.c.locale)
    .join(users, users.c.id == sessions.c.user_id)
    .where(sessions.c.token_hash == bindparam("token_hash"))
)
_BY_SESSION_ID = (
    select(sessions.c.id, sessions.c.expires_at, sessions.c.user_id, users.c.time_zone, users.c.locale)
    .join(users, users.c.id == sessions.c.user_id)
    .where(sessions.c.id == bindparam("id"))
)
_BY_PERSONAL_TOKEN = (
    select(
        access_tokens.c.id,
        access_tokens.c.expires_at,
        access_tokens.c.user_id,
        access_tokens.c.name,
        access_tokens.c.scopes,
        access_tokens.c.list_id,
        users.c.time_zone,
        users.c.locale,
    )
    .join(users, users.c.id == access_tokens.c.user_id)
    .where(access_tokens.c.token_hash == bindparam("token_hash"))
)


async def by_session(connection: AsyncConnection, token_hash: bytes) -> Identity | None:
    """Who holds the session whose secret has this digest."""
    row = (await connection.execute(_BY_SESSION, {"token_hash": token_hash})).first()
    return row and _of_session(row)


async def by_session_id(connection: AsyncConnection, session_id: UUID) -> Identity | None:
    """Who holds the session that a login's access token names."""
    row = (await connection.execute(_BY_SESSION_ID, {"id": session_id})).first()
    return row and _of_session(row)


async def by_personal_token(connection: AsyncConnection, token_hash: bytes) -> Identity | None:
    """Who made the personal access token with this digest; the caller has its scopes and no session."""
    row = (await connection.execute(_BY_PERSONAL_TOKEN, {"token_hash": token_hash})).first()
    if row is None:
        return None
    scopes = frozenset(cast("list[Scope]", row.scopes.split()))
    caller = Caller(row.user_id, row.time_zone, row.locale, scopes, grant=Grant(row.id, row.name, row.list_id))
    return Identity(caller, row.id, row.expires_at, "token")


def _of_session(row: Row[Any, Any, Any, Any, Any]) -> Identity:
    caller = Caller(row.user_id, row.time_zone, row.locale, ALL_SCOPES, session_id=row.id)
    return Identity(caller, row.id, row.expires_at)
