"""Personal access tokens: what a person gives to a program instead of the password."""

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from todo.accounts import repository
from todo.accounts.account import AccessToken
from todo.accounts.caller_cache import CallerCache, credential_key
from todo.accounts.credentials import PERSONAL_PREFIX, digest, new_secret
from todo.errors import Conflict, NotFound
from todo.kit.caller import Caller, Scope
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id

MOST = 50


class ListNames(Protocol):
    """What tokens need to know of lists, which are another domain's."""

    async def names_by_id(self, caller: Caller) -> Mapping[UUID, str]:
        """The caller's lists that are not in the trash."""


class PersonalTokens:
    def __init__(self, database: Database, cache: CallerCache, clock: Clock, lists: ListNames) -> None:
        self._database = database
        self._cache = cache
        self._clock = clock
        self._lists = lists

    async def list(self, caller: Caller) -> list[AccessToken]:
        """The caller's tokens, the newest first."""
        async with self._database.read() as connection:
            return await repository.tokens(connection, caller.user_id)

    async def list_names(self, caller: Caller) -> Mapping[UUID, str]:
        """What the lists are called that tokens are for."""
        return await self._lists.names_by_id(caller)

    async def make(
        self,
        caller: Caller,
        name: str,
        scopes: Collection[Scope],
        lifetime: timedelta | None,
        list_id: UUID | None = None,
    ) -> tuple[AccessToken, str]:
        """A token for one list or for everything, and its secret, which cannot be had again.

        Raises:
            NotFound: the caller has no such list.
            Conflict: the caller has `MOST` already.
        """
        if list_id is not None and list_id not in await self._lists.names_by_id(caller):
            raise NotFound("You have no such list. Choose one of yours, or leave it out for all of them.")
        now, secret = self._clock(), new_secret(PERSONAL_PREFIX)
        token = AccessToken(
            id=new_id(),
            name=name,
            scopes=tuple(sorted(set(scopes))),
            list_id=list_id,
            created_at=now,
            expires_at=now + lifetime if lifetime is not None else None,
            last_used_at=None,
        )
        async with self._database.write() as transaction:
            if await repository.count_tokens(transaction, caller.user_id) >= MOST:
                raise Conflict(f"You have {MOST} access tokens. Revoke one that you no longer use, then try again.")
            await repository.add_token(transaction, caller.user_id, token, digest(secret))
        return token, secret

    async def revoke(self, caller: Caller, token_id: UUID) -> None:
        """Revoke one of the caller's tokens.

        Raises:
            NotFound: the caller has no such token.
        """
        async with self._database.write() as transaction:
            if not await repository.delete_token(transaction, caller.user_id, token_id):
                raise NotFound("You have no such access token. It may be revoked already; load the list again.")
            await self._cache.revoke(transaction, credential_key(token_id))
