"""How history sets tasks and lists back to what they were."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import UndoConflict
from todo.history.event import Snapshot
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.tasks.list_repository import ListRepository
from todo.tasks.record import list_snapshot
from todo.tasks.repository import TaskRepository

_INSTANT = TypeAdapter(datetime | None)


class TaskRestorer:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def snapshots(
        self, transaction: AsyncConnection, caller: Caller, ids: Sequence[UUID]
    ) -> dict[UUID, Snapshot]:
        records = await TaskRepository(transaction, caller).lock(ids)
        return {record.id: record.snapshot() for record in records.values()}

    async def restore(
        self, transaction: AsyncConnection, caller: Caller, entity_id: UUID, snapshot: Snapshot, fields: set[str]
    ) -> Snapshot:
        repository = TaskRepository(transaction, caller)
        record = (await repository.lock([entity_id]))[entity_id]
        restored = record.restored(snapshot, fields)
        restored = replace(restored, version=record.version + 1, updated_at=self._clock())
        await repository.save(restored)
        saved = await repository.get(entity_id)
        return (saved or restored).snapshot()


class ListRestorer:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def snapshots(
        self, transaction: AsyncConnection, caller: Caller, ids: Sequence[UUID]
    ) -> dict[UUID, Snapshot]:
        repository = ListRepository(transaction, caller)
        found = [await repository.get(list_id, lock=True) for list_id in sorted(ids)]
        return {one.id: list_snapshot(one) for one in found if one}

    async def restore(
        self, transaction: AsyncConnection, caller: Caller, entity_id: UUID, snapshot: Snapshot, fields: set[str]
    ) -> Snapshot:
        repository = ListRepository(transaction, caller)
        found = await repository.get(entity_id, lock=True)
        if found is None:
            raise UndoConflict("The list is gone for good.")
        values = {key: snapshot[key] for key in fields & {"name", "position"}}
        if "deleted_at" in fields:
            values["deleted_at"] = _INSTANT.validate_python(snapshot["deleted_at"])
        wanted = replace(found, **values)
        if wanted.deleted_at and await TaskRepository(transaction, caller).in_list(entity_id):
            return list_snapshot(found)  # it has tasks of its own by now: they would lose their list
        other = await repository.named(wanted.name)
        if wanted.deleted_at is None and other is not None and other.id != entity_id:
            raise UndoConflict(f"There is another list named “{wanted.name}” now. Rename it first, then undo.")
        wanted = replace(wanted, version=found.version + 1, updated_at=self._clock())
        await repository.save(wanted)
        return list_snapshot(wanted)
