"""When a session, or another credential, was last used: kept in memory, and written once a minute."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import Table, Update, bindparam, or_, update

from todo.accounts.caller_cache import Identity
from todo.accounts.models import access_tokens, sessions
from todo.kit.database import Database

_SEEN = (
    update(sessions)
    .where(sessions.c.id == bindparam("key"), sessions.c.last_seen_at < bindparam("at"))
    .values(last_seen_at=bindparam("at"))
)


def _used(credentials: Table) -> Update:
    """Another process may have written a later use already."""
    last = credentials.c.last_used_at
    return (
        update(credentials)
        .where(credentials.c.id == bindparam("key"), or_(last.is_(None), last < bindparam("at")))
        .values(last_used_at=bindparam("at"))
    )


class Activity:
    """Costs a request one assignment; what a crash loses is a minute of "last seen"."""

    def __init__(self, database: Database, others: Mapping[str, Table] | None = None) -> None:
        """`others` are further tables of credentials with `id` and `last_used_at`, by `Identity.kind`."""
        self._database = database
        tables = {"token": access_tokens, **(others or {})}
        self._statements = {"session": _SEEN, **{kind: _used(table) for kind, table in tables.items()}}
        self._noted: dict[str, dict[UUID, datetime]] = {kind: {} for kind in self._statements}

    def note(self, identity: Identity, now: datetime) -> None:
        """`identity` was just used."""
        self._noted[identity.kind][identity.credential_id] = now

    async def write(self) -> None:
        """Store what was noted since the last time. When the database does not answer, it stays noted."""
        for kind, statement in self._statements.items():
            noted = self._noted[kind]
            written = dict(noted)
            if not written:
                continue
            async with self._database.write() as transaction:
                await transaction.execute(statement, [{"key": key, "at": at} for key, at in written.items()])
            for key, at in written.items():
                if noted[key] == at:
                    del noted[key]
