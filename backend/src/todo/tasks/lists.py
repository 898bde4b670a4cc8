"""What can be done with lists. Deleting one takes its tasks along, in one turn that can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import NameTaken, NotFound, VersionConflict
from todo.history.event import Change, Event, Turn
from todo.history.service import History
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.kit.words import clean_line
from todo.tasks.fields import LIST_MOST
from todo.tasks.list_repository import ListRepository
from todo.tasks.record import list_snapshot
from todo.tasks.repository import TaskRepository
from todo.tasks.task import TaskList


@dataclass(frozen=True, slots=True)
class ListOutcome:
    """The list as it is now, and the events that made it so: none when it was so already."""

    list: TaskList
    events: tuple[Event, ...] = ()


class Lists:
    def __init__(self, database: Database, history: History, clock: Clock) -> None:
        self._database = database
        self._history = history
        self._clock = clock

    async def all(self, caller: Caller) -> list[TaskList]:
        async with self._database.read() as connection:
            return await ListRepository(connection, caller).all()

    async def get(self, caller: Caller, list_id: UUID) -> TaskList:
        async with self._database.read() as connection:
            return _there(await ListRepository(connection, caller).get(list_id))

    async def create(self, caller: Caller, name: str, turn: Turn) -> ListOutcome:
        """Raises NameTaken when there is a list of that name."""
        cleaned = clean_line(name, "name", most=LIST_MOST)
        async with self._database.write() as transaction:
            if await ListRepository(transaction, caller).named(cleaned):
                raise _taken(cleaned)
            made, change = await self.make(transaction, caller, cleaned)
            return ListOutcome(made, await self._history.record(transaction, caller, turn, [change]))

    async def make(self, transaction: AsyncConnection, caller: Caller, name: str) -> tuple[TaskList, Change]:
        """A new list within a larger change; the caller of this records the Change."""
        now = self._clock()
        made = TaskList(
            id=new_id(), name=name, position=now.timestamp(), version=1, open_tasks=0,
            created_at=now, updated_at=now, deleted_at=None,
        )  # fmt: skip
        try:
            async with transaction.begin_nested():
                await ListRepository(transaction, caller).add(made)
        except IntegrityError:  # somebody made it between our look and our insert
            raise _taken(name) from None
        change = Change(action="add", entity="list", entity_id=made.id, before=None, after=list_snapshot(made))
        return made, change

    async def update(
        self,
        caller: Caller,
        list_id: UUID,
        turn: Turn,
        *,
        name: str | None = None,
        position: float | None = None,
        version: int | None = None,
    ) -> ListOutcome:
        """Raises NotFound, NameTaken, or VersionConflict when `version` is not the present one."""
        async with self._database.write() as transaction:
            repository = ListRepository(transaction, caller)
            before = _there(await repository.get(list_id, lock=True))
            if version is not None and version != before.version:
                raise VersionConflict(
                    "Somebody changed this list meanwhile. Look at it again, then repeat your change.",
                    current=list_snapshot(before),
                    yours={"name": name, "position": position},
                )
            after = before
            if name is not None:
                after = replace(after, name=clean_line(name, "name", most=LIST_MOST))
                other = await repository.named(after.name)
                if other is not None and other.id != list_id:
                    raise _taken(after.name)
            if position is not None:
                after = replace(after, position=position)
            if after == before:
                return ListOutcome(before)
            return await self._save(transaction, caller, turn, before, after)

    async def delete(self, caller: Caller, list_id: UUID, turn: Turn) -> ListOutcome:
        """Move a list to the trash with its tasks. Raises NotFound."""
        now = self._clock()
        async with self._database.write() as transaction:
            before = _there(await ListRepository(transaction, caller).get(list_id, lock=True), deleted=True)
            if before.deleted_at:
                return ListOutcome(before)
            tasks = TaskRepository(transaction, caller)
            changes = []
            for record in await tasks.in_list(list_id):
                gone = replace(record, deleted_at=now, updated_at=now, version=record.version + 1)
                await tasks.save(gone)
                changes.append(
                    Change(
                        action="delete", entity="task", entity_id=record.id,
                        before=record.snapshot(), after=gone.snapshot(),
                    )
                )  # fmt: skip
            after = replace(before, deleted_at=now, open_tasks=0)
            return await self._save(transaction, caller, turn, before, after, "delete", changes)

    async def restore(self, caller: Caller, list_id: UUID, turn: Turn) -> ListOutcome:
        """Take a list out of the trash; its tasks come back by undoing, or one by one. Raises NotFound, NameTaken."""
        async with self._database.write() as transaction:
            repository = ListRepository(transaction, caller)
            before = _there(await repository.get(list_id, lock=True), deleted=True)
            if before.deleted_at is None:
                return ListOutcome(before)
            if await repository.named(before.name):
                raise _taken(before.name)
            return await self._save(transaction, caller, turn, before, replace(before, deleted_at=None), "restore")

    async def _save(
        self,
        transaction: AsyncConnection,
        caller: Caller,
        turn: Turn,
        before: TaskList,
        after: TaskList,
        action: Literal["update", "delete", "restore"] = "update",
        first: Sequence[Change] = (),
    ) -> ListOutcome:
        after = replace(after, version=before.version + 1, updated_at=self._clock())
        await ListRepository(transaction, caller).save(after)
        change = Change(
            action=action, entity="list", entity_id=before.id,
            before=list_snapshot(before), after=list_snapshot(after),
        )  # fmt: skip
        return ListOutcome(after, await self._history.record(transaction, caller, turn, [*first, change]))


def _there(found: TaskList | None, *, deleted: bool = False) -> TaskList:
    if found is None or (found.deleted_at and not deleted):
        raise NotFound("There is no such list. It may have been deleted; look at your lists again.")
    return found


def _taken(name: str) -> NameTaken:
    return NameTaken(f"You have a list named “{name}” already. Choose another name.")
