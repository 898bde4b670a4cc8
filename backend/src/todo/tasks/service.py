"""What can be done with tasks. Each method is one transaction: the change and its event, or neither."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import NotFound, VersionConflict
from todo.history.event import Action, Change, Event, Turn
from todo.history.service import History
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.kit.pages import Page, encode_cursor
from todo.kit.words import clean_line
from todo.tasks.fields import LIST_MOST, TaskFields, scalar_changes, with_due
from todo.tasks.list_repository import ListRepository
from todo.tasks.lists import Lists
from todo.tasks.models import NO_DUE
from todo.tasks.occurrence import first_due, next_occurrence_of
from todo.tasks.query import TaskQuery
from todo.tasks.record import TaskRecord
from todo.tasks.repository import TaskRepository
from todo.tasks.task import Task


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
        """A new task of `given`, which has at least a title. Raises InvalidRequest."""
        now = self._clock()
        blank = TaskRecord(
            id=new_id(), list_id=None, title="", description=None, status="open", due_key=NO_DUE,
            zone=caller.time_zone, late_at=None, repeat=None, priority=0, tags=(), position=now.timestamp(),
            version=1, source=caller.source, follows_id=None, created_at=now, updated_at=now,
            completed_at=None, deleted_at=None, list_name=None,
        )  # fmt: skip
        record = with_due(replace(blank, **scalar_changes(given, now)), given, caller.time_zone)
        if record.repeat and record.due is None:
            record = record.with_due(first_due(record.repeat, now.astimezone(caller.zone).date()), caller.time_zone)
        async with self._database.write() as transaction:
            record, changes = await self._with_list(transaction, caller, record, given)
            await TaskRepository(transaction, caller).add(record)
            changes.append(_change("add", None, record))
            return Outcome(record.task(), await self._history.record(transaction, caller, turn, changes))

    async def update(
        self, caller: Caller, task_id: UUID, given: TaskFields, turn: Turn, *, version: int | None = None
    ) -> Outcome:
        """Set the fields of `given`, and nothing else.

        Raises:
            InvalidRequest, NotFound: nothing was changed.
            VersionConflict: `version` is not the present one; carries both tasks.
        """
        now = self._clock()

        def changed(record: TaskRecord) -> TaskRecord:
            record = with_due(replace(record, **scalar_changes(given, now)), given, caller.time_zone)
            if record.repeat and record.due is None and "due" not in given:
                return record.with_due(first_due(record.repeat, now.astimezone(caller.zone).date()), caller.time_zone)
            return record

        async with self._database.write() as transaction:
            before = await _locked(transaction, caller, task_id)
            _check_version(before, version, changed)
            after, changes = await self._with_list(transaction, caller, changed(before), given)
            return await self._save(transaction, caller, turn, "update", before, after, changes)

    async def complete(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Mark as done; a repeating task gets its next occurrence in the same turn. Raises as `update`."""
        now = self._clock()

        def done(record: TaskRecord) -> TaskRecord:
            return record if record.status == "done" else replace(record, status="done", completed_at=now)

        async with self._database.write() as transaction:
            before = await _locked(transaction, caller, task_id)
            _check_version(before, version, done)
            outcome = await self._save(transaction, caller, turn, "complete", before, done(before))
            following = next_occurrence_of(before, now, new_id()) if outcome.events else None
            if following is None:
                return outcome
            await TaskRepository(transaction, caller).add(following)
            change = replace(_change("add", None, following), cause_id=outcome.events[0].id)
            more = await self._history.record(transaction, caller, turn, [change])
            return Outcome(outcome.task, outcome.events + more)

    async def reopen(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Mark as still to do; the next occurrence that completing made goes again, if it is untouched."""
        now = self._clock()

        def opened(record: TaskRecord) -> TaskRecord:
            return record if record.status == "open" else replace(record, status="open", completed_at=None)

        async with self._database.write() as transaction:
            before = await _locked(transaction, caller, task_id)
            _check_version(before, version, opened)
            outcome = await self._save(transaction, caller, turn, "reopen", before, opened(before))
            events = outcome.events
            untouched = await TaskRepository(transaction, caller).following(task_id) if events else []
            for record in (found for found in untouched if found.version == 1):
                gone = replace(record, deleted_at=now)
                cause = replace(_change("delete", record, gone), cause_id=events[0].id)
                await TaskRepository(transaction, caller).save(replace(gone, version=2, updated_at=now))
                events += await self._history.record(transaction, caller, turn, [cause])
            return Outcome(outcome.task, events)

    async def delete(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Move to the trash, where it stays for 30 days. Raises as `update`."""
        now = self._clock()

        def gone(record: TaskRecord) -> TaskRecord:
            return record if record.deleted_at else replace(record, deleted_at=now)

        return await self._apply(caller, task_id, turn, "delete", gone, version)

    async def restore(self, caller: Caller, task_id: UUID, turn: Turn, *, version: int | None = None) -> Outcome:
        """Take out of the trash. Raises as `update`."""
        return await self._apply(
            caller, task_id, turn, "restore", lambda record: replace(record, deleted_at=None), version
        )

    async def _apply(
        self,
        caller: Caller,
        task_id: UUID,
        turn: Turn,
        action: Action,
        changed: Callable[[TaskRecord], TaskRecord],
        version: int | None,
    ) -> Outcome:
        async with self._database.write() as transaction:
            before = await _locked(transaction, caller, task_id, deleted=True)
            _check_version(before, version, changed)
            return await self._save(transaction, caller, turn, action, before, changed(before))

    async def _with_list(
        self, transaction: AsyncConnection, caller: Caller, record: TaskRecord, given: TaskFields
    ) -> tuple[TaskRecord, list[Change]]:
        """`record` in the list that `given` names, and the change that made that list if it is new."""
        if "list" not in given:
            return record, []
        name = given["list"]
        if name is None:
            return replace(record, list_id=None, list_name=None), []
        name = clean_line(name, "list", most=LIST_MOST)
        found, changes = await ListRepository(transaction, caller).named(name), []
        if found is None:
            found, change = await self._lists.make(transaction, caller, name)
            changes.append(change)
        return replace(record, list_id=found.id, list_name=found.name), changes

    async def _save(
        self,
        transaction: AsyncConnection,
        caller: Caller,
        turn: Turn,
        action: Action,
        before: TaskRecord,
        after: TaskRecord,
        first: list[Change] | None = None,
    ) -> Outcome:
        if after.same_as(before):
            return Outcome(before.task())
        after = replace(after, version=before.version + 1, updated_at=self._clock())
        await TaskRepository(transaction, caller).save(after)
        changes = [*(first or []), _change(action, before, after)]
        return Outcome(after.task(), await self._history.record(transaction, caller, turn, changes))


def _change(action: Action, before: TaskRecord | None, after: TaskRecord) -> Change:
    return Change(
        action=action,
        entity="task",
        entity_id=after.id,
        before=before.snapshot() if before else None,
        after=after.snapshot(),
    )


def _there(record: TaskRecord | None) -> TaskRecord:
    if record is None:
        raise NotFound("There is no such task. It may have been deleted for good; look at your tasks again.")
    return record


async def _locked(transaction: AsyncConnection, caller: Caller, task_id: UUID, *, deleted: bool = False) -> TaskRecord:
    record = _there(await TaskRepository(transaction, caller).get(task_id, lock=True))
    if record.deleted_at and not deleted:
        raise NotFound(f"“{record.title}” is in the trash. Restore it first.")
    return record


def _check_version(before: TaskRecord, version: int | None, changed: Callable[[TaskRecord], TaskRecord]) -> None:
    if version is not None and version != before.version:
        raise VersionConflict(
            f"“{before.title}” was changed meanwhile. Compare both versions, then repeat your change.",
            current=before.snapshot(),
            yours=changed(before).snapshot(),
        )


def _cursor(query: TaskQuery, last: TaskRecord) -> str:
    value: Any = getattr(last, query.column.name)
    return encode_cursor([query.sort, value.isoformat() if hasattr(value, "isoformat") else str(value), str(last.id)])
