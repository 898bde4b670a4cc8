"""Who showed which credential lately, so that most requests cost no query."""

from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.kit.caller import Caller
from todo.kit.database import after_commit
from todo.kit.notices import Notices

MOST = 10_000
LIFETIME = timedelta(seconds=30)
"""Bounds what a lost notice can do, when a connection hangs without closing."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A caller, until when, and the row that vouches for them, of a session unless `kind` names another credential.

    A credential that is good at one address alone names it in `resource` (RFC 8707).
    """

    caller: Caller
    credential_id: UUID
    expires_at: datetime | None
    kind: str = "session"
    resource: str | None = None

    def valid(self, now: datetime) -> bool:
        return self.expires_at is None or now < self.expires_at

    def revoked_by(self) -> tuple[str, str]:
        """The notices that end what is known of this identity."""
        return credential_key(self.credential_id), user_key(self.caller.user_id)


def credential_key(credential_id: UUID) -> str:
    return f"session:{credential_id}"


def user_key(user_id: UUID) -> str:
    return f"user:{user_id}:accounts"


class CallerCache:
    """The least recently used entry goes first. Nothing is kept while notices of other processes may be missed."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._entries: OrderedDict[bytes, tuple[Identity, datetime]] = OrderedDict()
        self._by_key: defaultdict[str, set[bytes]] = defaultdict(set)
        self.generation = 0
        notices.watch(self._noticed)

    def find(self, digest: bytes, now: datetime) -> Identity | None:
        """The identity that `digest` was kept for, when it is still good."""
        entry = self._entries.get(digest)
        if entry is None:
            return None
        identity, until = entry
        if now >= until or not identity.valid(now):
            self._remove(digest)
            return None
        self._entries.move_to_end(digest)
        return identity

    def keep(self, digest: bytes, identity: Identity, generation: int, now: datetime) -> None:
        """Keep what was read, unless something was revoked since `generation`, which was taken before reading."""
        if not self._notices.reliable or generation != self.generation:
            return
        self._remove(digest)
        self._entries[digest] = (identity, now + LIFETIME)
        for key in identity.revoked_by():
            self._by_key[key].add(digest)
        if len(self._entries) > MOST:
            self._remove(next(iter(self._entries)))

    async def revoke(self, transaction: AsyncConnection, key: str) -> None:
        """Forget what `key` names, here and in every process, once `transaction` is committed."""
        await self._notices.post(transaction, key)
        # A notice of our own comes back over the network; whoever was answered must not find themselves still in.
        after_commit(transaction, lambda: self._noticed(key))

    def _noticed(self, key: str | None) -> None:
        if key is None:
            self.generation += 1
            self._entries.clear()
            self._by_key.clear()
        elif key.startswith("session:") or key.endswith(":accounts"):
            self.generation += 1
            for digest in tuple(self._by_key.get(key, ())):
                self._remove(digest)

    def _remove(self, digest: bytes) -> None:
        entry = self._entries.pop(digest, None)
        if entry is None:
            return
        for key in entry[0].revoked_by():
            self._by_key[key].discard(digest)
            if not self._by_key[key]:
                del self._by_key[key]
