"""Queries about people, sessions and access tokens. Each begins with the person whose rows they are."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.accounts.account import AccessToken, Session, User
from todo.accounts.models import access_tokens, sessions, users
from todo.kit.caller import Scope

MOST_SESSIONS_SHOWN = 100


async def user_by_email(connection: AsyncConnection, email: str) -> User | None:
    row = (await connection.execute(select(users).where(users.c.email == email))).mappings().first()
    return None if row is None else User(**row)


async def user(connection: AsyncConnection, user_id: UUID, *, lock: bool = False) -> User | None:
    """The person; with `lock` nobody else changes them before the transaction ends."""
    statement = select(users).where(users.c.id == user_id)
    if lock:
        statement = statement.with_for_update()
    row = (await connection.execute(statement)).mappings().first()
    return None if row is None else User(**row)


async def add_user(transaction: AsyncConnection, user: User) -> None:
    """Raises sqlalchemy's IntegrityError when there is an account with this e-mail."""
    values = {column.name: getattr(user, column.name) for column in users.columns}
    await transaction.execute(insert(users).values(values))


async def update_user(transaction: AsyncConnection, user_id: UUID, values: Mapping[str, Any]) -> User | None:
    statement = update(users).where(users.c.id == user_id).values(**values).returning(users)
    row = (await transaction.execute(statement)).mappings().first()
    return None if row is None else User(**row)


async def delete_user(transaction: AsyncConnection, user_id: UUID) -> None:
    await transaction.execute(delete(users).where(users.c.id == user_id))


async def add_session(transaction: AsyncConnection, user_id: UUID, session: Session, token_hash: bytes) -> None:
    values = {
        "id": session.id,
        "user_id": user_id,
        "token_hash": token_hash,
        "user_agent": session.user_agent,
        "created_at": session.created_at,
        "last_seen_at": session.last_seen_at,
        "expires_at": session.expires_at,
    }
    await transaction.execute(insert(sessions).values(values))


async def live_sessions(connection: AsyncConnection, user_id: UUID, now: datetime) -> list[Session]:
    """The sessions of a person that have not expired, the last seen first."""
    statement = (
        select(sessions.c.id, sessions.c.created_at, sessions.c.last_seen_at, sessions.c.expires_at)
        .add_columns(sessions.c.user_agent)
        .where(sessions.c.user_id == user_id, sessions.c.expires_at > now)
        .order_by(sessions.c.last_seen_at.desc(), sessions.c.id.desc())
        .limit(MOST_SESSIONS_SHOWN)
    )
    return [Session(**row) for row in (await connection.execute(statement)).mappings()]


async def delete_session(transaction: AsyncConnection, user_id: UUID, session_id: UUID) -> bool:
    """False when this person has no such session."""
    statement = delete(sessions).where(sessions.c.user_id == user_id, sessions.c.id == session_id)
    return (await transaction.execute(statement)).rowcount > 0


async def delete_session_of(transaction: AsyncConnection, token_hash: bytes) -> UUID | None:
    """End the session whose secret has this digest; its id."""
    statement = delete(sessions).where(sessions.c.token_hash == token_hash).returning(sessions.c.id)
    return cast("UUID | None", (await transaction.execute(statement)).scalar())


async def delete_other_sessions(transaction: AsyncConnection, user_id: UUID, kept: UUID) -> None:
    await transaction.execute(delete(sessions).where(sessions.c.user_id == user_id, sessions.c.id != kept))


async def tokens(connection: AsyncConnection, user_id: UUID) -> list[AccessToken]:
    """A person's access tokens, the newest first, expired ones too."""
    statement = select(access_tokens).where(access_tokens.c.user_id == user_id).order_by(access_tokens.c.id.desc())
    return [_token(row) for row in (await connection.execute(statement)).mappings()]


async def count_tokens(connection: AsyncConnection, user_id: UUID) -> int:
    statement = select(func.count()).select_from(access_tokens).where(access_tokens.c.user_id == user_id)
    return (await connection.execute(statement)).scalar_one()


async def add_token(transaction: AsyncConnection, user_id: UUID, token: AccessToken, token_hash: bytes) -> None:
    values = {
        "id": token.id,
        "user_id": user_id,
        "name": token.name,
        "token_hash": token_hash,
        "scopes": " ".join(token.scopes),
        "list_id": token.list_id,
        "created_at": token.created_at,
        "expires_at": token.expires_at,
    }
    await transaction.execute(insert(access_tokens).values(values))


async def delete_token(transaction: AsyncConnection, user_id: UUID, token_id: UUID) -> bool:
    """False when this person has no such token."""
    statement = delete(access_tokens).where(access_tokens.c.user_id == user_id, access_tokens.c.id == token_id)
    return (await transaction.execute(statement)).rowcount > 0


async def delete_expired_sessions(transaction: AsyncConnection, now: datetime) -> None:
    """The only change here that is nobody's: what has expired is of no use to anyone."""
    await transaction.execute(delete(sessions).where(sessions.c.expires_at <= now))


def _token(row: RowMapping) -> AccessToken:
    return AccessToken(
        id=row["id"],
        name=row["name"],
        scopes=cast("tuple[Scope, ...]", tuple(row["scopes"].split())),
        list_id=row["list_id"],
        created_at=row["created_at"],
        expires_at=row["expires_at"],
        last_used_at=row["last_used_at"],
    )
