"""Sessions: opened by signing in, listed, ended one by one or all but one's own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.accounts import repository
from todo.accounts.account import Session
from todo.accounts.caller_cache import CallerCache, credential_key, user_key
from todo.accounts.credentials import AccessTokens, digest, new_secret
from todo.errors import NotFound
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id

_MAX_USER_AGENT = 300


@dataclass(frozen=True, slots=True)
class OpenedSession:
    """What only the one who signed in gets to see: the cookie's secret, and an access token for `expires_in` s."""

    secret: str
    access_token: str
    expires_in: int


class Sessions:
    """`lifetime` counts from signing in."""

    def __init__(
        self, database: Database, cache: CallerCache, tokens: AccessTokens, clock: Clock, lifetime: timedelta
    ) -> None:
        self._database = database
        self._cache = cache
        self._tokens = tokens
        self._clock = clock
        self.lifetime = lifetime

    async def open(self, transaction: AsyncConnection, user_id: UUID, user_agent: str | None) -> OpenedSession:
        """Open a session of a person whose password was right."""
        now, secret = self._clock(), new_secret()
        shown = _printable(user_agent)
        session = Session(new_id(), created_at=now, last_seen_at=now, expires_at=now + self.lifetime, user_agent=shown)
        await repository.add_session(transaction, user_id, session, digest(secret))
        return OpenedSession(secret, *self._tokens.issue(user_id, session.id, now))

    async def list(self, caller: Caller) -> list[Session]:
        """The caller's sessions, the last seen first."""
        async with self._database.read() as connection:
            return await repository.live_sessions(connection, caller.user_id, self._clock())

    async def end(self, caller: Caller, session_id: UUID) -> None:
        """End one of the caller's sessions.

        Raises:
            NotFound: the caller has no such session.
        """
        async with self._database.write() as transaction:
            if not await repository.delete_session(transaction, caller.user_id, session_id):
                raise NotFound("You have no such session. It may have ended already; load the list again.")
            await self._cache.revoke(transaction, credential_key(session_id))

    async def end_others(self, transaction: AsyncConnection, caller: Caller) -> None:
        """End every session of the caller but the one they ask from."""
        assert caller.session_id is not None  # noqa: S101 - endpoints ask for a SessionCaller
        await repository.delete_other_sessions(transaction, caller.user_id, caller.session_id)
        await self._cache.revoke(transaction, user_key(caller.user_id))

    async def end_all_others(self, caller: Caller) -> None:
        """As `end_others`, in a transaction of its own."""
        async with self._database.write() as transaction:
            await self.end_others(transaction, caller)

    async def leave(self, transaction: AsyncConnection, secret: str) -> None:
        """End the session that `secret` opens, if there is one."""
        session_id = await repository.delete_session_of(transaction, digest(secret))
        if session_id is not None:
            await self._cache.revoke(transaction, credential_key(session_id))

    async def logout(self, secret: str) -> None:
        """As `leave`, in a transaction of its own."""
        async with self._database.write() as transaction:
            await self.leave(transaction, secret)

    async def sweep(self, now: datetime) -> None:
        """Delete the sessions that have expired."""
        async with self._database.write() as transaction:
            await repository.delete_expired_sessions(transaction, now)


def _printable(user_agent: str | None) -> str | None:
    if user_agent is None:
        return None
    return "".join(character for character in user_agent if character.isprintable())[:_MAX_USER_AGENT]
