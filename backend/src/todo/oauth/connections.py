"""Connected apps, as the person sees them; and what of them has run out."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from todo.accounts.caller_cache import CallerCache, credential_key
from todo.accounts.tokens import ListNames
from todo.errors import NotFound
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.oauth import repository
from todo.oauth.grant import Connection

_CODES_KNOWN = timedelta(days=1)
"""After it expired: shown again, a used code ends the grant that it became."""


class Connections:
    def __init__(self, database: Database, cache: CallerCache, lists: ListNames, clock: Clock) -> None:
        self._database = database
        self._lists = lists
        self._cache = cache
        self._clock = clock

    async def list(self, caller: Caller) -> list[Connection]:
        """The caller's connected apps, the newest first."""
        async with self._database.read() as connection:
            return await repository.connections(connection, caller.user_id, self._clock())

    async def list_names(self, caller: Caller) -> Mapping[UUID, str]:
        """What the lists are called that apps are connected to."""
        return await self._lists.names_by_id(caller)

    async def end(self, caller: Caller, connection_id: UUID) -> None:
        """Disconnect an app; its tokens stop working at once.

        Raises:
            NotFound: the caller has no such connection.
        """
        async with self._database.write() as transaction:
            if not await repository.delete_grant(transaction, caller.user_id, connection_id):
                raise NotFound("You have no such connected app. It may be disconnected already; load the list again.")
            await self._cache.revoke(transaction, credential_key(connection_id))

    async def sweep(self, now: datetime) -> None:
        """Delete the codes, tokens, grants and registrations that have expired."""
        async with self._database.write() as transaction:
            await repository.delete_expired(transaction, now, now - _CODES_KNOWN)
