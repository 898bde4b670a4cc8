"""From a request to a caller."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection
from starlette.requests import HTTPConnection

from todo.accounts import csrf, identities
from todo.accounts.activity import Activity
from todo.accounts.caller_cache import CallerCache, Identity
from todo.accounts.cookies import session_secret
from todo.accounts.credentials import PERSONAL_PREFIX, AccessTokens, digest
from todo.errors import Unauthenticated
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database

_NOBODY = "Nobody is signed in. Sign in, or send an access token as `Authorization: Bearer …`."
_NO_TOKEN = "Send an access token as `Authorization: Bearer …`. Make one in the app's settings."  # noqa: S105
_NO_PROGRAM = "This is the app's own access token. Make one for programs in the app's settings."
_SESSION_ENDED = "Your session has ended. Sign in again."
_TOKEN_ENDED = "This access token is not valid: it has expired, was revoked, or is none of ours. Make a new one."  # noqa: S105
_ELSEWHERE = "This access token is for {} alone. Make one for this address in the settings."
_INVALID_TOKEN = {"WWW-Authenticate": 'Bearer realm="todo", error="invalid_token"'}  # RFC 6750 section 3

Reader = Callable[[AsyncConnection, bytes], Awaitable[Identity | None]]
"""Finds whom a token belongs to, by its digest."""


class Identifier:
    """Tells who sent a request: by bearer token where there is one, else by the session's cookie."""

    def __init__(
        self,
        database: Database,
        cache: CallerCache,
        tokens: AccessTokens,
        activity: Activity,
        clock: Clock,
        trusted_origins: Collection[str],
        readers: Mapping[str, Reader] | None = None,
    ) -> None:
        """`readers` know further kinds of bearer tokens, each by its prefix."""
        self._database = database
        self._cache = cache
        self._tokens = tokens
        self._activity = activity
        self._clock = clock
        self._trusted_origins = frozenset(trusted_origins)
        self._readers: dict[str, Reader] = {PERSONAL_PREFIX: identities.by_personal_token, **(readers or {})}

    async def caller(self, connection: HTTPConnection) -> Caller:
        """The caller behind `connection`.

        Raises:
            Unauthenticated: nobody, or no longer anybody, or a program whose token is for another address.
            CrossSite: a change by cookie that did not come from our own pages.
        """
        now = self._clock()
        bearer = _bearer(connection)
        if bearer is not None:
            identity = await self._by_bearer(bearer, now)
        else:
            identity = await self._by_cookie(connection, now)
        return self._seen(identity, now)

    async def program(self, connection: HTTPConnection, resource: str | None = None) -> Caller:
        """The caller whose grant a program shows as bearer token; cookies and logins count for nothing here.
        `resource` is the address that it asks for (RFC 8707), where a token may be good for one alone.

        Raises:
            Unauthenticated: there is no such token, or it is no longer valid, or for another address.
        """
        now = self._clock()
        bearer = _bearer(connection)
        if bearer is None:
            raise Unauthenticated(_NO_TOKEN)
        identity = await self._by_bearer(bearer, now)
        if identity.caller.grant is None:
            raise Unauthenticated(_NO_PROGRAM, headers=_INVALID_TOKEN)
        return self._seen(identity, now, resource)

    def check_origin(self, connection: HTTPConnection) -> None:
        """For the ways in, which have no caller yet. Raises CrossSite."""
        csrf.check_origin(connection, self._trusted_origins)
        if session_secret(connection) is not None:
            csrf.check_header(connection)

    def _seen(self, identity: Identity, now: datetime, resource: str | None = None) -> Caller:
        if identity.resource not in (None, resource):
            raise Unauthenticated(_ELSEWHERE.format(identity.resource), headers=_INVALID_TOKEN)
        self._activity.note(identity, now)
        structlog.contextvars.bind_contextvars(user_id=str(identity.caller.user_id))
        return identity.caller

    async def _by_cookie(self, connection: HTTPConnection, now: datetime) -> Identity:
        secret = session_secret(connection)
        if secret is None:
            raise Unauthenticated(_NOBODY)
        if connection.scope.get("method") not in csrf.SAFE_METHODS:
            csrf.check_header(connection)
            csrf.check_origin(connection, self._trusted_origins)
        token_hash = digest(secret)
        identity = self._cache.find(token_hash, now)
        if identity is None:
            generation = self._cache.generation
            async with self._database.read() as database:
                identity = await identities.by_session(database, token_hash)
            if identity is None or not identity.valid(now):
                raise Unauthenticated(_SESSION_ENDED)
            self._cache.keep(token_hash, identity, generation, now)
        return identity

    async def _by_bearer(self, token: str, now: datetime) -> Identity:
        token_hash = digest(token)
        identity = self._cache.find(token_hash, now)
        if identity is None:
            generation = self._cache.generation
            identity = await self._read(token, token_hash, now)
            if identity is None or not identity.valid(now):
                raise Unauthenticated(_TOKEN_ENDED, headers=_INVALID_TOKEN)
            self._cache.keep(token_hash, identity, generation, now)
        return identity

    async def _read(self, token: str, token_hash: bytes, now: datetime) -> Identity | None:
        for prefix, reader in self._readers.items():
            if token.startswith(prefix):
                async with self._database.read() as database:
                    return await reader(database, token_hash)
        claims = self._tokens.read(token, now)
        if claims is None:
            return None
        async with self._database.read() as database:
            identity = await identities.by_session_id(database, claims.session_id)
        if identity is None or not identity.valid(now) or identity.caller.user_id != claims.user_id:
            return None
        return replace(identity, expires_at=claims.expires_at)


def _bearer(connection: HTTPConnection) -> str | None:
    """The bearer token. Another scheme is not ours to judge: it may be a password that a proxy in front asks for."""
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None
