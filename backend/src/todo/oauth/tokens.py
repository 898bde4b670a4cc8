"""The token endpoint's part: a code becomes tokens, a refresh token becomes new ones, and either ends.

A refresh token is `todo_rt_<family>.<own>`: `family` stays the same as long as the grant lasts, `own` counts once. A
token of the family that is not the newest was used before, by its thief or by its owner after the thief: the grant ends
(RFC 9700 section 4.14.2). So one row knows a reused token, however old it is.
"""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.accounts.caller_cache import CallerCache, credential_key
from todo.accounts.credentials import digest, new_secret
from todo.errors import OAuthError
from todo.kit.caller import Scope
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.oauth import pkce, repository
from todo.oauth.addresses import Addresses
from todo.oauth.clients import Clients, prolong
from todo.oauth.grant import ACCESS_LIFETIME, ACCESS_PREFIX, REFRESH_LIFETIME, REFRESH_PREFIX, Code, Grant, Issued

_WRONG_CODE = (
    "This code is not valid: it has expired, was used before, or belongs to another app. Ask for access again."
)
_WRONG_REFRESH = (
    "This refresh token is not valid: it has expired, was used before or revoked, or belongs to another app. Ask for "
    "access again."
)


class Tokens:
    """Each method raises OAuthError invalid_client for a `client_id` that is not, or no longer, registered."""

    def __init__(self, database: Database, cache: CallerCache, clients: Clients, clock: Clock) -> None:
        self._database = database
        self._cache = cache
        self._clients = clients
        self._clock = clock

    async def exchange(
        self,
        client_id: str,
        secret: str,
        verifier: str,
        redirect_uri: str | None,
        resource: str | None,
        site: Addresses,
    ) -> Issued:
        """Tokens for an authorisation code (RFC 6749 section 4.1.3, RFC 7636 section 4.5). A code that is shown again
        ends the grant that it became: one of both was a thief.

        Raises:
            OAuthError: invalid_grant, invalid_target
        """
        client, now = await self._client(client_id), self._clock()
        async with self._database.write() as transaction:
            code = await repository.code(transaction, digest(secret))
            if code is not None and code.grant_id is not None:
                await self._end(transaction, code.terms.user_id, code.grant_id)
            elif code is not None and code.terms.client_id == client and now < code.expires_at:
                _check_target(resource, code.terms.resource, site)
                if not pkce.verifies(verifier, code.challenge):
                    raise OAuthError("invalid_grant", "The code_verifier does not belong to this code.")
                if redirect_uri not in (None, code.terms.redirect_uri):
                    raise OAuthError("invalid_grant", "The redirect_uri is not the one that the code was sent to.")
                return await self._open(transaction, code)
        raise OAuthError("invalid_grant", _WRONG_CODE)

    async def refresh(
        self, client_id: str, token: str, scope: str | None, resource: str | None, site: Addresses
    ) -> Issued:
        """New tokens for a refresh token (RFC 6749 section 6), which counts no longer.

        Raises:
            OAuthError: invalid_grant, invalid_scope, invalid_target
        """
        client, now = await self._client(client_id), self._clock()
        family, _, own = token.removeprefix(REFRESH_PREFIX).partition(".")
        async with self._database.write() as transaction:
            grant = await repository.grant(transaction, digest(family))
            mine = grant is not None and grant.terms.client_id == client and now < grant.expires_at
            if grant is not None and mine and grant.refresh_hash != digest(own):
                await self._end(transaction, grant.terms.user_id, grant.id)
            elif grant is not None and mine:
                _check_target(resource, grant.terms.resource, site)
                scopes = _narrowed(scope, grant.terms.scopes)
                renewed = new_secret()
                await repository.renew_grant(transaction, grant.id, digest(renewed), now + REFRESH_LIFETIME)
                return await self._issue(transaction, grant, _joined(family, renewed), scopes)
        raise OAuthError("invalid_grant", _WRONG_REFRESH)

    async def revoke(self, client_id: str, token: str) -> None:
        """End an access token, or by its refresh token the whole grant (RFC 7009 section 2.1). Tokens that are unknown,
        or another client's, are none of this one's business, and nothing is said of them."""
        client = await self._client(client_id)
        family, _, _ = token.removeprefix(REFRESH_PREFIX).partition(".")
        async with self._database.write() as transaction:
            grant_id = await repository.delete_token(transaction, client, digest(token))
            if grant_id is not None:
                await self._cache.revoke(transaction, credential_key(grant_id))
                return
            grant = await repository.grant(transaction, digest(family))
            if grant is not None and grant.terms.client_id == client:
                await self._end(transaction, grant.terms.user_id, grant.id)

    async def _client(self, client_id: str) -> UUID:
        client = await self._clients.find(client_id)
        if client is None:
            raise OAuthError("invalid_client", "No such client is registered, or no longer. Register again.")
        return client.id

    async def _open(self, transaction: AsyncConnection, code: Code) -> Issued:
        now, family, own = self._clock(), new_secret(), new_secret()
        grant = Grant(new_id(), code.terms, digest(own), now + REFRESH_LIFETIME)
        await repository.add_grant(transaction, grant, digest(family), now)
        await repository.use_code(transaction, code.id, grant.id)
        return await self._issue(transaction, grant, _joined(family, own), grant.terms.scopes)

    async def _issue(
        self, transaction: AsyncConnection, grant: Grant, refresh_token: str, scopes: tuple[Scope, ...]
    ) -> Issued:
        now, access_token = self._clock(), new_secret(ACCESS_PREFIX)
        await repository.add_token(transaction, new_id(), grant, digest(access_token), scopes, now + ACCESS_LIFETIME)
        await prolong(transaction, grant.terms.client_id, now)
        return Issued(access_token, refresh_token, scopes)

    async def _end(self, transaction: AsyncConnection, user_id: UUID, grant_id: UUID) -> None:
        await repository.delete_grant(transaction, user_id, grant_id)
        await self._cache.revoke(transaction, credential_key(grant_id))


def _joined(family: str, own: str) -> str:
    return f"{REFRESH_PREFIX}{family}.{own}"


def _check_target(resource: str | None, granted: str, site: Addresses) -> None:
    if resource and (not site.is_resource(resource) or site.resource != granted):
        raise OAuthError("invalid_target", f"This was granted for {granted} alone.")


def _narrowed(scope: str | None, granted: tuple[Scope, ...]) -> tuple[Scope, ...]:
    if not scope:
        return granted
    named = set(scope.split())
    if not named <= set(granted):
        raise OAuthError("invalid_scope", "A refresh gives no more scopes than were granted.")
    return tuple(each for each in granted if each in named)
