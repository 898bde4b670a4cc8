"""When a session or a personal access token was last used: kept in memory, and written once a minute."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, or_, update

from todo.accounts.caller_cache import Identity
from todo.accounts.models import access_tokens, sessions
from todo.kit.database import Database

# Another process may have written a later use already.
_SEEN = (
    update(sessions)
    .where(sessions.c.id == bindparam("key"), sessions.c.last_seen_at < bindparam("at"))
    .values(last_seen_at=bindparam("at"))
)
_USED = (
    update(access_tokens)
    .where(
        access_tokens.c.id == bindparam("key"),
        or_(access_tokens.c.last_used_at.is_(None), access_tokens.c.last_used_at < bindparam("at")),
    )
    .values(last_used_at=bindparam("at"))
)


class Activity:
    """Costs a request one assignment; what a crash loses is a minute of "last seen"."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sessions: dict[UUID, datetime] = {}
        self._tokens: dict[UUID, datetime] = {}

    def note(self, identity: Identity, now: datetime) -> None:
        """`identity` was just used."""
        used = self._tokens if identity.caller.session_id is None else self._sessions
        used[identity.credential_id] = now

    async def write(self) -> None:
        """Store what was noted since the last time. When the database does not answer, it stays noted."""
        for noted, statement in ((self._sessions, _SEEN), (self._tokens, _USED)):
            written = dict(noted)
            if not written:
                continue
            async with self._database.write() as transaction:
                await transaction.execute(statement, [{"key": key, "at": at} for key, at in written.items()])
            for key, at in written.items():
                if noted[key] == at:
                    del noted[key]
