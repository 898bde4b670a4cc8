"""Personal access tokens: what a person gives to a program instead of the password."""

from collections.abc import Collection
from datetime import timedelta
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


class PersonalTokens:
    def __init__(self, database: Database, cache: CallerCache, clock: Clock) -> None:
        self._database = database
        self._cache = cache
        self._clock = clock

    async def list(self, caller: Caller) -> list[AccessToken]:
        """The caller's tokens, the newest first."""
        async with self._database.read() as connection:
            return await repository.tokens(connection, caller.user_id)

    async def make(
        self, caller: Caller, name: str, scopes: Collection[Scope], lifetime: timedelta | None
    ) -> tuple[AccessToken, str]:
        """A token, and its secret, which cannot be had again.

        Raises:
            Conflict: the caller has `MOST` already.
        """
        now, secret = self._clock(), new_secret(PERSONAL_PREFIX)
        token = AccessToken(
            id=new_id(),
            name=name,
            scopes=tuple(sorted(set(scopes))),
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
