"""Accounts: made, entered, changed, deleted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError

from todo.accounts import preferences, repository
from todo.accounts.account import User
from todo.accounts.caller_cache import CallerCache, user_key
from todo.accounts.passwords import Passwords, check_choice
from todo.accounts.quotas import Quotas
from todo.accounts.sessions import OpenedSession, Sessions
from todo.errors import AccountExists, Unauthenticated, WrongCredentials
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id

_WRONG = "E-mail or password is wrong. Check both; a new account is made with “Sign up”."
_WRONG_PASSWORD = "That is not your password. Nothing was changed; type it again."  # noqa: S105 - says so, is none
_EXISTS = "There is an account with this e-mail address already. Sign in with it instead."
_GONE = "This account was deleted."


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who knocks: the address whose tries count together, the program, and the session that it still has."""

    address: str
    user_agent: str | None = None
    session_secret: str | None = None


class Accounts:
    def __init__(
        self,
        database: Database,
        cache: CallerCache,
        passwords: Passwords,
        quotas: Quotas,
        sessions: Sessions,
        clock: Clock,
    ) -> None:
        self._database = database
        self._cache = cache
        self._passwords = passwords
        self._quotas = quotas
        self._sessions = sessions
        self._clock = clock

    async def register(
        self, email: str, password: str, visitor: Visitor, *, name: str | None, time_zone: str, locale: str
    ) -> tuple[User, OpenedSession]:
        """Make an account, and sign in to it. `email` is normalised; a strange `time_zone` or `locale` is replaced.

        Raises:
            InvalidRequest: the password is easily guessed.
            AccountExists, RateLimited, Unavailable
        """
        check_choice(password, email, "password")
        now = self._clock()
        await self._quotas.register(visitor.address, now)
        password_hash = await self._passwords.hash(password)
        user = User(
            id=new_id(),
            email=email,
            name=name or None,
            password_hash=password_hash,
            time_zone=preferences.time_zone_or_default(time_zone),
            locale=preferences.locale_or_default(locale),
            created_at=now,
        )
        try:
            async with self._database.write() as transaction:
                await repository.add_user(transaction, user)
                return user, await self._sessions.open(transaction, user.id, visitor.user_agent)
        except IntegrityError:  # `email` is the only thing that can clash
            raise AccountExists(_EXISTS) from None

    async def login(self, email: str, password: str, visitor: Visitor) -> tuple[User, OpenedSession]:
        """Sign in. The answer and the work are the same for an unknown e-mail as for a wrong password.

        Raises:
            WrongCredentials, RateLimited, Unavailable
        """
        await self._quotas.login(visitor.address, email, self._clock())
        async with self._database.read() as connection:
            user = await repository.user_by_email(connection, email)
        right, renewed = await self._passwords.check(password, user.password_hash if user else None)
        if user is None or not right:
            raise WrongCredentials(_WRONG)
        async with self._database.write() as transaction:
            # Meanwhile the password may have been changed, or the account deleted.
            present = await repository.user(transaction, user.id, lock=True)
            if present is None or present.password_hash != user.password_hash:
                raise WrongCredentials(_WRONG)
            if renewed is not None:
                await repository.update_user(transaction, user.id, {"password_hash": renewed})
            if visitor.session_secret is not None:
                await self._sessions.leave(transaction, visitor.session_secret)
            return user, await self._sessions.open(transaction, user.id, visitor.user_agent)

    async def find(self, caller: Caller) -> User:
        """The caller's account.

        Raises:
            Unauthenticated: it was deleted this moment.
        """
        async with self._database.read() as connection:
            return _there(await repository.user(connection, caller.user_id))

    async def update(self, caller: Caller, changes: Mapping[str, Any]) -> User:
        """Set `name`, `time_zone`, `locale`: those that `changes` has."""
        if not changes:
            return await self.find(caller)
        async with self._database.write() as transaction:
            user = _there(await repository.update_user(transaction, caller.user_id, changes))
            await self._cache.revoke(transaction, user_key(caller.user_id))
            return user

    async def change_password(self, caller: Caller, current: str, new: str) -> None:
        """Set a new password, and end every session but the caller's.

        Raises:
            InvalidRequest: the new password is easily guessed.
            WrongCredentials, RateLimited, Unavailable
        """
        user = await self._check(caller, current)
        check_choice(new, user.email, "new_password")
        password_hash = await self._passwords.hash(new)
        async with self._database.write() as transaction:
            await repository.update_user(transaction, caller.user_id, {"password_hash": password_hash})
            await self._sessions.end_others(transaction, caller)

    async def delete(self, caller: Caller, password: str) -> None:
        """Delete the account with everything in it, for good.

        Raises:
            WrongCredentials, RateLimited, Unavailable
        """
        await self._check(caller, password)
        async with self._database.write() as transaction:
            await repository.delete_user(transaction, caller.user_id)
            await self._cache.revoke(transaction, user_key(caller.user_id))

    async def _check(self, caller: Caller, password: str) -> User:
        await self._quotas.password(caller.user_id, self._clock())
        user = await self.find(caller)
        right, _ = await self._passwords.check(password, user.password_hash)
        if not right:
            raise WrongCredentials(_WRONG_PASSWORD)
        return user


def _there(user: User | None) -> User:
    if user is None:
        raise Unauthenticated(_GONE)
    return user
