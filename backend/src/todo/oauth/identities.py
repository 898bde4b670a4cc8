"""Whom an access token of a connected app belongs to."""

from typing import cast

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.accounts.caller_cache import Identity
from todo.accounts.models import users
from todo.kit.caller import Caller, Grant, Scope
from todo.oauth.models import oauth_clients, oauth_grants, oauth_tokens

KIND = "connection"

# Built once: this is the only query in front of every other one.
_BY_TOKEN = (
    select(
        oauth_tokens.c.grant_id,
        oauth_tokens.c.user_id,
        oauth_tokens.c.scopes,
        oauth_tokens.c.expires_at,
        oauth_grants.c.resource,
        oauth_grants.c.list_id,
        oauth_clients.c.name,
        users.c.time_zone,
        users.c.locale,
    )
    .join(oauth_grants, oauth_grants.c.id == oauth_tokens.c.grant_id)
    .join(oauth_clients, oauth_clients.c.id == oauth_grants.c.client_id)
    .join(users, users.c.id == oauth_tokens.c.user_id)
    .where(oauth_tokens.c.token_hash == bindparam("token_hash"))
)


async def by_access_token(connection: AsyncConnection, token_hash: bytes) -> Identity | None:
    """Who connected the app that has the access token with this digest. It is vouched for by its grant, so that ending
    the grant ends every token of it; and it is good at the grant's resource alone."""
    row = (await connection.execute(_BY_TOKEN, {"token_hash": token_hash})).first()
    if row is None:
        return None
    scopes = frozenset(cast("list[Scope]", row.scopes.split()))
    caller = Caller(row.user_id, row.time_zone, row.locale, scopes, grant=Grant(row.grant_id, row.name, row.list_id))
    return Identity(caller, row.grant_id, row.expires_at, KIND, row.resource)
