"""Taking changes back and bringing them back again: one event, or a whole turn; all of it, or nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import NotFound, UndoConflict
from todo.history.event import Change, Entity, Event, Snapshot, Turn
from todo.history.repository import HistoryRepository
from todo.history.service import History, Restorer
from todo.kit.caller import Caller

_UNTOUCHED = {"version", "updated_at", "created_at", "id", "list", "source"}
"""What every change touches, or what follows from another key (`list` from `_list_id`)."""


class Undo:
    def __init__(self, history: History, restorers: Mapping[Entity, Restorer]) -> None:
        self._history = history
        self._restorers = restorers

    async def event(self, caller: Caller, event_id: UUID, turn: Turn) -> tuple[Event, ...]:
        """Undo one change, with what it brought about (the next occurrence of a repeating task).

        Raises:
            NotFound: there is no such change of this person's.
            UndoConflict: it is undone already, or what it changed was changed again since.
        """
        async with self._history.database.write() as transaction:
            events = await HistoryRepository(transaction, caller).with_caused(event_id)
            if not events:
                raise NotFound("There is no such change in your history. Look at your history again.")
            return await self._undo(transaction, caller, events, turn)

    async def turn(self, caller: Caller, turn_id: UUID, turn: Turn) -> tuple[Event, ...]:
        """Undo everything that a turn did and that is not undone yet. Raises as `event`."""
        async with self._history.database.write() as transaction:
            events = await HistoryRepository(transaction, caller).of_turn(turn_id, lock=True)
            if not events:
                raise NotFound("That turn changed nothing, so there is nothing to undo.")
            return await self._undo(transaction, caller, events, turn)

    async def redo(self, caller: Caller, turn_id: UUID, turn: Turn) -> tuple[Event, ...]:
        """Bring back what was undone of a turn. Raises as `event`."""
        async with self._history.database.write() as transaction:
            events = await HistoryRepository(transaction, caller).of_turn(turn_id, lock=True)
            if not events:
                raise NotFound("That turn changed nothing, so there is nothing to redo.")
            undone = [event for event in events if event.undone]
            if not undone:
                raise UndoConflict("Nothing of that turn is undone, so there is nothing to redo.")
            return await self._replay(transaction, caller, undone, turn, back=False)

    async def newest_own(self, caller: Caller, conversation_id: UUID | None) -> Event | None:
        """The newest change not yet undone of a conversation; without one, of the caller's program."""
        async with self._history.database.read() as connection:
            return await HistoryRepository(connection, caller).newest_act(conversation_id)

    async def newest(self, caller: Caller) -> Event | None:
        """The newest change not yet undone, whoever made it."""
        async with self._history.database.read() as connection:
            return await HistoryRepository(connection, caller).newest_act_of_all()

    async def newest_undone(self, caller: Caller, conversation_id: UUID | None) -> Event | None:
        """What "redo" would bring back of a conversation, or of the caller's program; a new act there ends it."""
        async with self._history.database.read() as connection:
            return await HistoryRepository(connection, caller).newest_undone(conversation_id)

    async def _undo(
        self, transaction: AsyncConnection, caller: Caller, events: Sequence[Event], turn: Turn
    ) -> tuple[Event, ...]:
        acts = [event for event in events if event.action not in ("undo", "redo")]
        if not acts:
            raise UndoConflict("This is an undo or a redo itself. Undo or redo the turn that it was about.")
        todo = [event for event in acts if not event.undone]
        if not todo:
            raise UndoConflict("This is undone already. Redo brings it back.")
        return await self._replay(transaction, caller, todo[::-1], turn, back=True)

    async def _replay(
        self, transaction: AsyncConnection, caller: Caller, events: Sequence[Event], turn: Turn, *, back: bool
    ) -> tuple[Event, ...]:
        now = self._history.clock()
        changes = []
        for event in events:
            restorer = self._restorers[event.entity]
            current = await restorer.snapshot(transaction, caller, event.entity_id)
            if current is None:
                raise UndoConflict("It was deleted for good in the meantime, so it stays as it is.")
            after = await _restored(restorer, transaction, caller, event, current, now, back=back)
            if after is not None:
                changes.append(
                    Change(
                        action="undo" if back else "redo",
                        entity=event.entity,
                        entity_id=event.entity_id,
                        before=current,
                        after=after,
                        undoes_id=event.id,
                    )
                )
        if not changes:
            raise UndoConflict("That is so already, or would take away what was added since. Nothing was changed.")
        await HistoryRepository(transaction, caller).mark([event.id for event in events], undone=back)
        return await self._history.record(transaction, caller, turn, changes)


async def _restored(
    restorer: Restorer,
    transaction: AsyncConnection,
    caller: Caller,
    event: Event,
    current: Snapshot,
    now: datetime,
    *,
    back: bool,
) -> Snapshot | None:
    """The thing with one event undone or redone; None when it is so already, or is better kept.

    Raises:
        UndoConflict: it was changed since.
    """
    after = event.after or {}
    # What is not there yet is a thing in the trash: the same, but deleted.
    before = event.before or {**after, "deleted_at": now.isoformat()}
    expected, wanted = (after, before) if back else (before, after)
    fields = {key for key in wanted if key not in _UNTOUCHED and expected.get(key) != wanted[key]}
    if all(_alike(key, current, wanted) for key in fields):
        return None
    _refuse_changed(current, expected, fields, gone=wanted["deleted_at"] is not None)
    return await restorer.restore(transaction, caller, event.entity_id, wanted, fields)


def _refuse_changed(current: Snapshot, expected: Snapshot, fields: set[str], *, gone: bool) -> None:
    name = current.get("title") or current.get("name")
    if current["deleted_at"] and "deleted_at" not in fields:
        raise UndoConflict(f"“{name}” is in the trash. Restore it first, then try again.")
    for key in set(expected) - _UNTOUCHED if gone else fields:
        if not _alike(key, current, expected):
            raise UndoConflict(f"“{name}” was changed again since. Take the newer change back first.")


def _alike(key: str, one: Snapshot, other: Snapshot) -> bool:
    """Of the trash only whether something is in it counts, not since when."""
    if key == "deleted_at":
        return bool(one[key]) == bool(other[key])
    return bool(one.get(key) == other.get(key))
