"""Queries about clients, codes, grants and access tokens."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import RowMapping, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.kit.caller import Scope
from todo.oauth.grant import Client, Code, Connection, Grant, Terms
from todo.oauth.models import oauth_clients, oauth_codes, oauth_grants, oauth_tokens


async def add_client(transaction: AsyncConnection, client: Client) -> None:
    values = {column.name: getattr(client, column.name) for column in oauth_clients.columns}
    await transaction.execute(insert(oauth_clients).values(values))


async def client(connection: AsyncConnection, client_id: UUID, now: datetime) -> Client | None:
    """The client, unless its registration has run out."""
    statement = select(oauth_clients).where(oauth_clients.c.id == client_id, oauth_clients.c.expires_at > now)
    row = (await connection.execute(statement)).mappings().first()
    return None if row is None else Client(**row)


async def prolong_client(transaction: AsyncConnection, client_id: UUID, before: datetime, to: datetime) -> None:
    """Let a registration that would run out earlier than `before` run on until `to`."""
    await transaction.execute(
        update(oauth_clients)
        .where(oauth_clients.c.id == client_id, oauth_clients.c.expires_at < before)
        .values(expires_at=to)
    )


async def add_code(transaction: AsyncConnection, code: Code, code_hash: bytes) -> None:
    values = {"id": code.id, "code_hash": code_hash, "challenge": code.challenge, "expires_at": code.expires_at}
    await transaction.execute(insert(oauth_codes).values(values | _columns(code.terms)))


async def code(transaction: AsyncConnection, code_hash: bytes) -> Code | None:
    """The code, used or not; nobody else uses it before the transaction ends."""
    statement = select(oauth_codes).where(oauth_codes.c.code_hash == code_hash).with_for_update()
    row = (await transaction.execute(statement)).mappings().first()
    if row is None:
        return None
    return Code(row["id"], _terms(row), row["challenge"], row["expires_at"], row["grant_id"])


async def use_code(transaction: AsyncConnection, code_id: UUID, grant_id: UUID) -> None:
    await transaction.execute(update(oauth_codes).where(oauth_codes.c.id == code_id).values(grant_id=grant_id))


async def add_grant(transaction: AsyncConnection, grant: Grant, family_hash: bytes, now: datetime) -> None:
    values = {
        "id": grant.id,
        "family_hash": family_hash,
        "refresh_hash": grant.refresh_hash,
        "created_at": now,
        "expires_at": grant.expires_at,
    }
    await transaction.execute(insert(oauth_grants).values(values | _columns(grant.terms)))


async def grant(transaction: AsyncConnection, family_hash: bytes) -> Grant | None:
    """The grant whose refresh tokens share what has this digest; nobody else changes it before the transaction ends."""
    statement = select(oauth_grants).where(oauth_grants.c.family_hash == family_hash).with_for_update()
    row = (await transaction.execute(statement)).mappings().first()
    if row is None:
        return None
    return Grant(row["id"], _terms(row), row["refresh_hash"], row["expires_at"])


async def renew_grant(transaction: AsyncConnection, grant_id: UUID, refresh_hash: bytes, expires_at: datetime) -> None:
    values = {"refresh_hash": refresh_hash, "expires_at": expires_at}
    await transaction.execute(update(oauth_grants).where(oauth_grants.c.id == grant_id).values(values))


async def count_grants(connection: AsyncConnection, user_id: UUID) -> int:
    statement = select(func.count()).select_from(oauth_grants).where(oauth_grants.c.user_id == user_id)
    return (await connection.execute(statement)).scalar_one()


async def connections(connection: AsyncConnection, user_id: UUID, now: datetime) -> list[Connection]:
    """A person's grants that have not run out, the newest first."""
    g = oauth_grants.c
    statement = (
        select(g.id, oauth_clients.c.name, g.redirect_uri, g.scopes, g.list_id, g.created_at, g.last_used_at)
        .join(oauth_clients, oauth_clients.c.id == g.client_id)
        .where(g.user_id == user_id, g.expires_at > now)
        .order_by(g.id.desc())
    )
    rows = (await connection.execute(statement)).mappings()
    return [Connection(**{**row, "scopes": _scopes(row)}) for row in rows]


async def delete_grant(transaction: AsyncConnection, user_id: UUID, grant_id: UUID) -> bool:
    """False when this person has no such grant. Its code and its tokens go with it."""
    statement = delete(oauth_grants).where(oauth_grants.c.user_id == user_id, oauth_grants.c.id == grant_id)
    return (await transaction.execute(statement)).rowcount > 0


async def add_token(
    transaction: AsyncConnection,
    token_id: UUID,
    grant: Grant,
    token_hash: bytes,
    scopes: tuple[Scope, ...],
    expires_at: datetime,
) -> None:
    values = {
        "id": token_id,
        "user_id": grant.terms.user_id,
        "grant_id": grant.id,
        "token_hash": token_hash,
        "scopes": " ".join(scopes),
        "expires_at": expires_at,
    }
    await transaction.execute(insert(oauth_tokens).values(values))


async def delete_token(transaction: AsyncConnection, client_id: UUID, token_hash: bytes) -> UUID | None:
    """Delete an access token of this client's; the id of its grant."""
    mine = select(oauth_grants.c.id).where(oauth_grants.c.client_id == client_id)
    statement = (
        delete(oauth_tokens)
        .where(oauth_tokens.c.token_hash == token_hash, oauth_tokens.c.grant_id.in_(mine))
        .returning(oauth_tokens.c.grant_id)
    )
    return cast("UUID | None", (await transaction.execute(statement)).scalar())


async def delete_expired(transaction: AsyncConnection, now: datetime, codes_before: datetime) -> None:
    """What has expired is of no use to anyone; but a used code is still known until `codes_before` reaches it."""
    await transaction.execute(delete(oauth_tokens).where(oauth_tokens.c.expires_at <= now))
    await transaction.execute(delete(oauth_codes).where(oauth_codes.c.expires_at <= codes_before))
    await transaction.execute(delete(oauth_grants).where(oauth_grants.c.expires_at <= now))
    await transaction.execute(delete(oauth_clients).where(oauth_clients.c.expires_at <= now))


def _columns(terms: Terms) -> dict[str, Any]:
    return {
        "user_id": terms.user_id,
        "client_id": terms.client_id,
        "redirect_uri": terms.redirect_uri,
        "scopes": " ".join(terms.scopes),
        "resource": terms.resource,
        "list_id": terms.list_id,
    }


def _terms(row: RowMapping) -> Terms:
    return Terms(row["user_id"], row["client_id"], row["redirect_uri"], _scopes(row), row["resource"], row["list_id"])


def _scopes(row: RowMapping) -> tuple[Scope, ...]:
    return cast("tuple[Scope, ...]", tuple(row["scopes"].split()))
