"""What can be done with tasks. Each method is one transaction: the change and its events, or neither."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from todo.errors import NotFound, VersionConflict
from todo.history.event import Event, Turn
from todo.history.service import History
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.kit.pages import Page, encode_cursor
from todo.tasks.fields import TaskFields, changed, new_record
from todo.tasks.lists import Lists
from todo.tasks.occurrence import next_occurrence_of
from todo.tasks.query import TaskQuery
from todo.tasks.record import TaskRecord
from todo.tasks.repository import TaskRepository
from todo.tasks.task import Task
from todo.tasks.work import Work, working


@dataclass(frozen=True, slots=True)
class Outcome:
    """The task as it is now, and the events that made it so: none when it was so already."""

    task: Task
    events: tuple[Event, ...] = ()


class Tasks:
    def __init__(self, database: Database, history: History, lists: Lists, clock: Clock) -> None:
        self._database = database
        self._history = history
        self._lists = lists
        self._clock = clock

    async def page(self, caller: Caller, query: TaskQuery) -> Page[Task]:
        """Raises InvalidRequest for a cursor that is none of ours."""
        async with self._database.read() as connection:
            found = await TaskRepository(connection, caller).page(query)
        items = found[: query.limit]
        more = len(found) > query.limit
        # Of our own making: to validate each task again would cost more than reading it.
        tasks = [record.task() for record in items]
        return Page.model_construct(items=tasks, next_cursor=_cursor(query, items[-1]) if more else None)

    async def count(self, caller: Caller, query: TaskQuery) -> int:
        async with self._database.read() as connection:
            return await TaskRepository(connection, caller).count(query)

    async def get(self, caller: Caller, task_id: UUID) -> Task:
        """A task, also out of the trash. Raises NotFound."""
        async with self._database.read() as connection:
            return _there(await TaskRepository(connection, caller).get(task_id)).task()

    async def create(self, caller: Caller, given: TaskFields, turn: Turn) -> Outcome:
        """A new task of `given`, which has at least a title. Raises InvalidRequest.

        It goes to the list named, or to the only one that the caller may see (Forbidden if another is named).
        """
        record, event_id = new_record(given, caller, self._clock()), new_id()
        async with working(self._history, caller, turn) as work:
            if caller.list_id is not None and record.list_name is None:
                record = replace(record, list_name=(await self._lists.only(work, caller.list_id)).name)
            record = await self._listed(work, record, event_id)
            await work.add_task(record, event_id)
        return Outcome(record.task(), work.events)

    async def update(
        self, caller: Caller, task_id: UUID, given: TaskFields, turn: Turn, *, version: int | None = None
    ) -> Outcome:
        """Set the fields of `given`, and nothing else.

        Raises:
            InvalidRequest, NotFound, Forbidden: nothing was changed.
            VersionConflict: `version` is not the present one; carries both tasks.
        """
        event_id = new_id()
        async with working(self._history, caller, turn) as work:
            before = await _locked(work, task_id)
            after = _at(version, before, lambda record: changed(record, given, caller, work.now))
            if "list" in given:
                after = await self._listed(work, after, event_id)
            saved = await work.save_task("update", before, after, event_id)
        return Outcome(saved.task(), work.events)

    async def complete(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Mark as done; a repeating task gets its next occurrence in the same turn. Raises as `update`."""
        event_id = new_id()
        async with working(self._history, caller, turn) as work:
            before = await _locked(work, task_id)
            after = _at(version, before, lambda record: replace(record, status="done", completed_at=work.now))
            if before.status == "done":
                return Outcome(before.task())
            saved = await work.save_task("complete", before, after, event_id)
            following = next_occurrence_of(before, work.now, new_id())
            if following and not await work.tasks.following(task_id):
                await work.add_task(following, cause_id=event_id)
        return Outcome(saved.task(), work.events)

    async def reopen(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Mark as still to do; the next occurrence that completing made goes again, if it is untouched."""
        event_id = new_id()
        async with working(self._history, caller, turn) as work:
            before = await _locked(work, task_id)
            after = _at(version, before, lambda record: replace(record, status="open", completed_at=None))
            if before.status == "open":
                return Outcome(before.task())
            saved = await work.save_task("reopen", before, after, event_id)
            for following in await work.tasks.following(task_id):
                if following.looks_like(await work.origin(following.id)):
                    gone = replace(following, deleted_at=work.now)
                    await work.save_task("delete", following, gone, cause_id=event_id)
        return Outcome(saved.task(), work.events)

    async def delete(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Move to the trash, where it stays for 30 days. Raises as `update`."""
        async with working(self._history, caller, turn) as work:
            before = await _locked(work, task_id, deleted=True)
            after = _at(version, before, lambda record: replace(record, deleted_at=record.deleted_at or work.now))
            saved = await work.save_task("delete", before, after)
        return Outcome(saved.task(), work.events)

    async def restore(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Take out of the trash, and its list too when that is there. Raises as `update`."""
        event_id = new_id()
        async with working(self._history, caller, turn) as work:
            before = await _locked(work, task_id, deleted=True)
            after = _at(version, before, lambda record: replace(record, deleted_at=None))
            if before.deleted_at and before.list_id:
                found = await self._lists.kept(work, before.list_id, event_id)
                after = replace(after, list_id=found.id, list_name=found.name)
            saved = await work.save_task("restore", before, after, event_id)
        return Outcome(saved.task(), work.events)

    async def _listed(self, work: Work, record: TaskRecord, cause_id: UUID) -> TaskRecord:
        """`record` in the list of the name that it has, which is made when there is none."""
        if record.list_name is None:
            return replace(record, list_id=None)
        found = await self._lists.named(work, record.list_name, cause_id)
        return replace(record, list_id=found.id, list_name=found.name)


def _there(record: TaskRecord | None) -> TaskRecord:
    if record is None:
        raise NotFound("There is no such task. It may have been deleted for good; look at your tasks again.")
    return record


async def _locked(work: Work, task_id: UUID, *, deleted: bool = False) -> TaskRecord:
    record = _there(await work.tasks.get(task_id, lock=True))
    if record.deleted_at and not deleted:
        raise NotFound(f"“{record.title}” is in the trash. Restore it first.")
    return record


def _at(version: int | None, before: TaskRecord, change: Callable[[TaskRecord], TaskRecord]) -> TaskRecord:
    """`before` changed, if it is of that version. Raises VersionConflict."""
    after = change(before)
    if version is not None and version != before.version:
        raise VersionConflict(
            f"“{before.title}” was changed meanwhile. Compare both versions, then repeat your change.",
            current=before.public(),
            yours=after.public(),
        )
    return after


def _cursor(query: TaskQuery, last: TaskRecord) -> str:
    value: Any = getattr(last, query.column.name)
    return encode_cursor([query.sort, value.isoformat() if hasattr(value, "isoformat") else str(value), str(last.id)])
