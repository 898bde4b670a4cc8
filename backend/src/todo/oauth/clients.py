"""Clients, which register by themselves (RFC 7591). They are public: a program that everybody has keeps no secret."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import OAuthError
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id, parse_id
from todo.oauth import repository
from todo.oauth.grant import REFRESH_LIFETIME, Client
from todo.oauth.quotas import Quotas
from todo.oauth.redirects import destination

MOST_REDIRECTS = 10
_LONGEST_NAME = 60
_UNUSED_LIFETIME = timedelta(days=7)
_USED_LIFETIME = 2 * REFRESH_LIFETIME
_INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))  # Unicode's general categories


class Clients:
    """A registration that nobody uses is forgotten after a week; a used one half a year after its last token, which
    is longer than any grant of its lasts."""

    def __init__(self, database: Database, quotas: Quotas, clock: Clock) -> None:
        self._database = database
        self._quotas = quotas
        self._clock = clock

    async def register(self, name: str | None, redirect_uris: Sequence[str], address: str) -> Client:
        """Register a client; `address` is whose tries count together.

        Raises:
            OAuthError: one of `redirect_uris` is not allowed.
            RateLimited
        """
        now = self._clock()
        await self._quotas.register(address, now)
        if not 0 < len(redirect_uris) <= MOST_REDIRECTS:
            raise OAuthError("invalid_redirect_uri", f"Register one redirect URI, and {MOST_REDIRECTS} at most.")
        try:
            first, *_ = [destination(uri) for uri in redirect_uris]
        except ValueError as error:
            raise OAuthError("invalid_redirect_uri", str(error)) from None
        client = Client(
            id=new_id(),
            name=_shown(name or "") or _shown(first.name),
            redirect_uris=list(redirect_uris),
            created_at=now,
            expires_at=now + _UNUSED_LIFETIME,
        )
        async with self._database.write() as transaction:
            await repository.add_client(transaction, client)
        return client

    async def find(self, client_id: str) -> Client | None:
        """The client that registered as `client_id`, unless that was forgotten."""
        key = parse_id(client_id)
        if key is None:
            return None
        async with self._database.read() as connection:
            return await repository.client(connection, key, self._clock())


async def prolong(transaction: AsyncConnection, client_id: UUID, now: datetime) -> None:
    """Note that a client was just used; writes once in a while, since many people may use one client."""
    until = now + _USED_LIFETIME
    await repository.prolong_client(transaction, client_id, until - timedelta(days=7), until)


def _shown(name: str) -> str:
    """`name` on one line, without what cannot be seen or turns text around: it stands in a question to a person."""
    visible = "".join(" " if unicodedata.category(char) in _INVISIBLE else char for char in name)
    return " ".join(unicodedata.normalize("NFC", visible).split())[:_LONGEST_NAME].strip()
