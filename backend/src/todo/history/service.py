"""Recording changes, reading them, and undoing them."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.history.event import Change, Event, Snapshot, Turn
from todo.history.repository import HistoryRepository
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.kit.notices import Notices
from todo.kit.pages import Page, decode_cursor, encode_cursor

_SEQ_MOST = 2**62  # greater ones fit no column


def feed_key(user_id: UUID) -> str:
    """The notice that this person's history has grown."""
    return f"user:{user_id}"


class Restorer(Protocol):
    """What history needs of the domain whose things it undoes."""

    async def snapshot(self, transaction: AsyncConnection, caller: Caller, entity_id: UUID) -> Snapshot | None:
        """The thing as it is, locked until the transaction ends; None when it is gone for good."""

    async def restore(
        self, transaction: AsyncConnection, caller: Caller, entity_id: UUID, snapshot: Snapshot, fields: set[str]
    ) -> Snapshot | None:
        """Set `fields` as `snapshot` has them, and return the thing as it is then.

        None when it was left alone, since others have come to depend on it. Raises UndoConflict.
        """


class History:
    def __init__(self, database: Database, notices: Notices, clock: Clock) -> None:
        self.database = database
        self.notices = notices
        self.clock = clock

    async def record(
        self, transaction: AsyncConnection, caller: Caller, turn: Turn, changes: Sequence[Change]
    ) -> tuple[Event, ...]:
        """Store what happened in the transaction in which it happens, and tell every open feed once it is committed."""
        if not changes:
            return ()
        events = await HistoryRepository(transaction, caller).add(turn, changes, self.clock())
        await self.notices.post(transaction, feed_key(caller.user_id))
        return tuple(events)

    async def page(self, caller: Caller, *, cursor: str | None, limit: int, entity_id: UUID | None) -> Page[Event]:
        """Events, newest first, of everything or of one task or list."""
        before_seq = max(0, min(decode_cursor(cursor, int)[0], _SEQ_MOST)) if cursor else None
        async with self.database.read() as connection:
            found = await HistoryRepository(connection, caller).newest_first(
                before_seq=before_seq, entity_id=entity_id, limit=limit + 1
            )
        items = [event.public() for event in found[:limit]]
        return Page(items=items, next_cursor=encode_cursor([items[-1].seq]) if len(found) > limit else None)

    async def origin(self, transaction: AsyncConnection, caller: Caller, entity_id: UUID) -> Snapshot | None:
        """A task or list as it was when it came to be."""
        first = await HistoryRepository(transaction, caller).first_of(entity_id)
        return None if first is None else first.after

    async def of_turn(self, caller: Caller, turn_id: UUID) -> list[Event]:
        async with self.database.read() as connection:
            return await HistoryRepository(connection, caller).of_turn(turn_id)

    async def undone_among(self, caller: Caller, ids: Sequence[UUID]) -> set[UUID]:
        """Which of these events are undone by now."""
        if not ids:
            return set()
        async with self.database.read() as connection:
            return await HistoryRepository(connection, caller).undone_among(ids)


def own_turn() -> Turn:
    """A turn of its own, for a change that no conversation asked for."""
    return Turn(new_id())
