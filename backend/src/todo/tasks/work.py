"""One unit of work: changes to tasks and lists in one transaction, and the events that tell of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import NameTaken
from todo.history.event import Action, Change, Entity, Event, Snapshot, Turn
from todo.history.service import History
from todo.kit.caller import Caller
from todo.kit.ids import new_id
from todo.tasks.list_repository import ListRepository
from todo.tasks.record import TaskRecord, list_snapshot
from todo.tasks.repository import TaskRepository
from todo.tasks.task import TaskList


class Work:
    """`events` are there once the work is done, in the order of the changes; none when nothing changed."""

    def __init__(self, transaction: AsyncConnection, caller: Caller, history: History) -> None:
        self.caller = caller
        self.now: datetime = history.clock()
        self.tasks = TaskRepository(transaction, caller)
        self.lists = ListRepository(transaction, caller)
        self.changes: list[Change] = []
        self.events: tuple[Event, ...] = ()
        self._transaction = transaction
        self._history = history

    async def add_task(self, record: TaskRecord, event_id: UUID | None = None, cause_id: UUID | None = None) -> None:
        await self.tasks.add(record)
        self._note("add", record.id, None, record.snapshot(), event_id, cause_id)

    async def save_task(
        self,
        action: Action,
        before: TaskRecord,
        after: TaskRecord,
        event_id: UUID | None = None,
        cause_id: UUID | None = None,
    ) -> TaskRecord:
        """The task as it is stored then, which is `before` when nothing is changed."""
        if after.same_as(before):
            return before
        after = replace(after, version=before.version + 1, updated_at=self.now)
        await self.tasks.save(after)
        self._note(action, after.id, before.snapshot(), after.snapshot(), event_id, cause_id)
        return after

    async def empty_list(self, list_id: UUID, cause_id: UUID) -> None:
        """Move the tasks of a list to the trash."""
        inside = await self.tasks.in_list(list_id, lock=True)
        await self.tasks.remove_in(list_id, self.now)
        for before in inside:
            after = replace(before, deleted_at=self.now, updated_at=self.now, version=before.version + 1)
            self._note("delete", before.id, before.snapshot(), after.snapshot(), None, cause_id)

    async def add_list(self, made: TaskList, cause_id: UUID | None = None) -> None:
        """Raises NameTaken, after which the transaction can go on."""
        try:
            async with self._transaction.begin_nested():
                await self.lists.add(made)
        except IntegrityError:  # somebody made it between our look and our insert
            raise name_taken(made.name) from None
        self._note("add", made.id, None, list_snapshot(made), None, cause_id, entity="list")

    async def save_list(
        self,
        action: Action,
        before: TaskList,
        after: TaskList,
        event_id: UUID | None = None,
        cause_id: UUID | None = None,
    ) -> TaskList:
        """The list as it is stored then, which is `before` when nothing is changed. Raises NameTaken."""
        if after == before:
            return before
        after = replace(after, version=before.version + 1, updated_at=self.now)
        try:
            await self.lists.save(after)
        except IntegrityError:
            raise name_taken(after.name) from None
        self._note(action, after.id, list_snapshot(before), list_snapshot(after), event_id, cause_id, entity="list")
        return after

    async def origin(self, entity_id: UUID) -> Snapshot | None:
        """A task or list as it was when it came to be."""
        return await self._history.origin(self._transaction, self.caller, entity_id)

    async def record(self, turn: Turn) -> None:
        self.events = await self._history.record(self._transaction, self.caller, turn, self.changes)

    def _note(
        self,
        action: Action,
        entity_id: UUID,
        before: Snapshot | None,
        after: Snapshot,
        event_id: UUID | None,
        cause_id: UUID | None,
        *,
        entity: Entity = "task",
    ) -> None:
        self.changes.append(
            Change(
                id=event_id or new_id(), action=action, entity=entity, entity_id=entity_id,
                before=before, after=after, cause_id=cause_id,
            )
        )  # fmt: skip


@asynccontextmanager
async def working(history: History, caller: Caller, turn: Turn) -> AsyncIterator[Work]:
    """Work that is stored with its events when the block ends, and not at all when it raises."""
    async with history.database.write() as transaction:
        work = Work(transaction, caller, history)
        yield work
        await work.record(turn)


def name_taken(name: str) -> NameTaken:
    return NameTaken(f"You have a list named “{name}” already. Choose another name.")
