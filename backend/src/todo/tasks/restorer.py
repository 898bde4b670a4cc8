"""How history sets tasks and lists back to what they were."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import UndoConflict
from todo.history.event import Snapshot
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.tasks.list_repository import ListRepository
from todo.tasks.record import TaskRecord, list_snapshot
from todo.tasks.repository import TaskRepository

_INSTANT = TypeAdapter(datetime | None)


class TaskRestorer:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def snapshot(self, transaction: AsyncConnection, caller: Caller, entity_id: UUID) -> Snapshot | None:
        record = await TaskRepository(transaction, caller).get(entity_id, lock=True)
        return None if record is None else record.snapshot()

    async def restore(
        self, transaction: AsyncConnection, caller: Caller, entity_id: UUID, snapshot: Snapshot, fields: set[str]
    ) -> Snapshot:
        repository = TaskRepository(transaction, caller)
        record = await repository.get(entity_id)
        if record is None:
            raise UndoConflict("The task was deleted for good in the meantime.")
        restored = record.restored(snapshot, fields)
        if fields & {"_list_id", "deleted_at"}:
            restored = await _in_its_list(ListRepository(transaction, caller), restored)
        restored = replace(restored, version=record.version + 1, updated_at=self._clock())
        await repository.save(restored)
        return restored.snapshot()


async def _in_its_list(lists: ListRepository, record: TaskRecord) -> TaskRecord:
    """`record` with its list's present name. Raises UndoConflict rather than leave it in a list that is not there."""
    if record.list_id is None:
        return record
    found = await lists.get(record.list_id, lock=True)
    if record.deleted_at is None and (found is None or found.deleted_at):
        raise UndoConflict(f"The list of “{record.title}” was deleted since. Bring the list back first.")
    return replace(record, list_id=found.id, list_name=found.name) if found else record


class ListRestorer:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def snapshot(self, transaction: AsyncConnection, caller: Caller, entity_id: UUID) -> Snapshot | None:
        found = await ListRepository(transaction, caller).get(entity_id, lock=True)
        return None if found is None else list_snapshot(found)

    async def restore(
        self, transaction: AsyncConnection, caller: Caller, entity_id: UUID, snapshot: Snapshot, fields: set[str]
    ) -> Snapshot | None:
        repository = ListRepository(transaction, caller)
        found = await repository.get(entity_id)
        if found is None:
            raise UndoConflict("The list was deleted for good in the meantime.")
        values = {key: snapshot[key] for key in fields & {"name", "position"}}
        if "deleted_at" in fields:
            values["deleted_at"] = _INSTANT.validate_python(snapshot["deleted_at"])
        wanted = replace(found, **values)
        if wanted.deleted_at and await TaskRepository(transaction, caller).in_list(entity_id):
            return None  # it has tasks of its own by now: they would lose their list
        if wanted.deleted_at is None:
            other = await repository.named(wanted.name)
            if other is not None and other.id != entity_id:
                raise _name_taken(wanted.name)
        wanted = replace(wanted, version=found.version + 1, updated_at=self._clock())
        try:
            await repository.save(wanted)
        except IntegrityError:  # somebody took the name between our look and our update
            raise _name_taken(wanted.name) from None
        return list_snapshot(wanted)


def _name_taken(name: str) -> UndoConflict:
    return UndoConflict(f"There is another list named “{name}” now. Rename it first, then undo.")
