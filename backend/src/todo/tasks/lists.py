"""What can be done with lists. Deleting one takes its tasks along, in one turn that can be undone."""

from dataclasses import dataclass, replace
from uuid import UUID

from todo.errors import NameTaken, NotFound, VersionConflict
from todo.history.event import Event, Turn
from todo.history.service import History
from todo.kit.caller import Caller
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.tasks.fields import list_name
from todo.tasks.list_repository import ListRepository
from todo.tasks.record import list_snapshot
from todo.tasks.task import TaskList
from todo.tasks.work import Work, name_taken, working


@dataclass(frozen=True, slots=True)
class ListOutcome:
    """The list as it is now, and the events that made it so: none when it was so already."""

    list: TaskList
    events: tuple[Event, ...] = ()


class Lists:
    def __init__(self, database: Database, history: History) -> None:
        self._database = database
        self._history = history

    async def all(self, caller: Caller) -> list[TaskList]:
        async with self._database.read() as connection:
            return await ListRepository(connection, caller).all()

    async def names(self, caller: Caller) -> tuple[str, ...]:
        async with self._database.read() as connection:
            return await ListRepository(connection, caller).names()

    async def names_by_id(self, caller: Caller) -> dict[UUID, str]:
        """The lists that are not in the trash."""
        async with self._database.read() as connection:
            return dict(await ListRepository(connection, caller).names_by_id())

    async def get(self, caller: Caller, list_id: UUID) -> TaskList:
        """A list, also out of the trash. Raises NotFound."""
        async with self._database.read() as connection:
            return _there(await ListRepository(connection, caller).get(list_id))

    async def create(self, caller: Caller, name: str, turn: Turn) -> ListOutcome:
        """Raises InvalidRequest, or NameTaken when there is a list of that name."""
        caller.require_everything()
        cleaned = list_name(name)
        async with working(self._history, caller, turn) as work:
            if await work.lists.named(cleaned):
                raise name_taken(cleaned)
            made = await self._add(work, cleaned)
        return ListOutcome(made, work.events)

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
        """Raises InvalidRequest, NotFound, NameTaken, or VersionConflict when `version` is not the present one."""
        caller.require_everything()
        cleaned = None if name is None else list_name(name)
        async with working(self._history, caller, turn) as work:
            before = _kept(await work.lists.get(list_id, lock=True))
            after = replace(
                before,
                name=before.name if cleaned is None else cleaned,
                position=before.position if position is None else position,
            )
            if version is not None and version != before.version:
                raise VersionConflict(
                    f"“{before.name}” was changed meanwhile. Compare both versions, then repeat your change.",
                    current=list_snapshot(before),
                    yours=list_snapshot(after),
                )
            other = await work.lists.named(after.name)
            if other is not None and other.id != list_id:
                raise name_taken(after.name)
            saved = await work.save_list("update", before, after)
        return ListOutcome(saved, work.events)

    async def delete(self, caller: Caller, list_id: UUID, turn: Turn) -> ListOutcome:
        """Move a list to the trash with its tasks. Raises NotFound."""
        caller.require_everything()
        async with working(self._history, caller, turn) as work:
            before = _there(await work.lists.get(list_id, lock=True))
            if before.deleted_at:
                return ListOutcome(before)
            event_id = new_id()
            await work.empty_list(list_id, event_id)
            after = replace(before, deleted_at=work.now, open_tasks=0)
            saved = await work.save_list("delete", before, after, event_id)
        return ListOutcome(saved, work.events)

    async def restore(self, caller: Caller, list_id: UUID, turn: Turn) -> ListOutcome:
        """Take a list out of the trash; its tasks come back by undoing, or one by one. Raises NotFound, NameTaken."""
        caller.require_everything()
        async with working(self._history, caller, turn) as work:
            before = _there(await work.lists.get(list_id, lock=True))
            if before.deleted_at and await work.lists.named(before.name):
                raise name_taken(before.name)
            saved = await work.save_list("restore", before, replace(before, deleted_at=None))
        return ListOutcome(saved, work.events)

    async def named(self, work: Work, name: str, cause_id: UUID) -> TaskList:
        """The list of that name within a larger change, made when there is none.

        Raises Forbidden when the caller's only list has another name.
        """
        found = await work.lists.named(name)
        if found is not None:
            return found
        work.caller.require_everything()
        try:
            return await self._add(work, name, cause_id)
        except NameTaken:
            return _there(await work.lists.named(name))

    async def only(self, work: Work, list_id: UUID) -> TaskList:
        """The caller's only list. Raises NotFound while it is in the trash."""
        return _kept(await work.lists.get(list_id, lock=True))

    async def kept(self, work: Work, list_id: UUID, cause_id: UUID) -> TaskList:
        """The list within a larger change; out of the trash, unless another has its name by now: then that one."""
        found = _there(await work.lists.get(list_id, lock=True))
        if found.deleted_at is None:
            return found
        other = await work.lists.named(found.name)
        return other or await work.save_list("restore", found, replace(found, deleted_at=None), cause_id=cause_id)

    async def _add(self, work: Work, name: str, cause_id: UUID | None = None) -> TaskList:
        made = TaskList(
            id=new_id(), name=name, position=work.now.timestamp(), version=1, open_tasks=0,
            created_at=work.now, updated_at=work.now, deleted_at=None,
        )  # fmt: skip
        await work.add_list(made, cause_id)
        return made


def _there(found: TaskList | None) -> TaskList:
    if found is None:
        raise NotFound("There is no such list. It may have been deleted for good; look at your lists again.")
    return found


def _kept(found: TaskList | None) -> TaskList:
    if _there(found).deleted_at:
        raise NotFound(f"“{_there(found).name}” is in the trash. Restore it first.")
    return _there(found)
