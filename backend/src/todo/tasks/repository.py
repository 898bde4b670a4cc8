"""The caller's tasks in the database. Every query starts from the caller: nobody else's rows can be asked for."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.errors import Forbidden
from todo.kit.caller import Caller
from todo.kit.words import folded
from todo.tasks.models import lists, tasks
from todo.tasks.query import TaskQuery
from todo.tasks.record import TaskRecord

_c = tasks.c
_NAMES = [field.name for field in fields(TaskRecord) if field.name != "list_name"]
_COLUMNS = [*(_c[name] for name in _NAMES), lists.c.name.label("list_name")]
_JOINED = tasks.outerjoin(lists, _c.list_id == lists.c.id)


class TaskRepository:
    def __init__(self, connection: AsyncConnection, caller: Caller) -> None:
        self._connection = connection
        self._caller = caller

    async def page(self, query: TaskQuery) -> list[TaskRecord]:
        """At most `query.limit` + 1 tasks: one more than asked for tells that there is a next page."""
        shape = (*query.shape(), self._caller.list_id is None)
        statement = _PAGES.get(shape)
        if statement is None:
            if len(_PAGES) >= _MOST_PAGES:
                _PAGES.clear()
            matching = self._matching(query).where(query.after_cursor())
            statement = matching.order_by(*query.order).limit(bindparam("limit"))
            _PAGES[shape] = statement
        values = {**self._whose(), "limit": query.limit + 1, **query.values()}
        return [TaskRecord(*row) for row in await self._connection.execute(statement, values)]

    async def count(self, query: TaskQuery) -> int:
        statement = self._matching(query).with_only_columns(func.count(), maintain_column_froms=True)
        return (await self._connection.execute(statement, {**self._whose(), **query.values()})).scalar_one()

    async def get(self, task_id: UUID, *, lock: bool = False) -> TaskRecord | None:
        """The task; with `lock` nobody else changes it before the transaction ends."""
        if lock:
            await self._lock(_c.id == task_id)
        values = {"task_id": task_id, "user_id": self._caller.user_id}
        row = (await self._connection.execute(_ONE, values)).first()
        record = None if row is None else TaskRecord(*row)
        return record if record is None or self._within(record) else None

    async def in_list(self, list_id: UUID, *, lock: bool = False) -> list[TaskRecord]:
        inside = and_(_c.list_id == list_id, _c.deleted_at.is_(None))
        if lock:
            await self._lock(inside)
        return await self._all(self._mine().where(inside).order_by(_c.id))

    async def following(self, task_id: UUID) -> list[TaskRecord]:
        """The open occurrences made when this task was completed."""
        open_ones = and_(_c.follows_id == task_id, _c.status == "open", _c.deleted_at.is_(None))
        return await self._all(self._mine().where(open_ones))

    async def with_any_word(self, words: Sequence[str], statuses: Sequence[str], limit: int) -> list[TaskRecord]:
        """Tasks whose title or description holds one of the words, newest first; with no words, simply the newest."""
        statement = self._mine().where(_c.deleted_at.is_(None), _c.status.in_(statuses))
        if words:
            statement = statement.where(or_(*(_c.search.contains(word, autoescape=True) for word in words)))
        return await self._all(statement.order_by(_c.created_at.desc(), _c.id.desc()).limit(limit))

    async def titles(self, status: str, limit: int) -> tuple[str, ...]:
        """The newest titles of a status."""
        mine = _TITLES if self._caller.list_id is None else _TITLES.where(_c.list_id == bindparam("only_list"))
        rows = await self._connection.execute(mine, {**self._whose(), "status": status, "limit": limit})
        return tuple(rows.scalars())

    async def add(self, record: TaskRecord) -> None:
        """Raises Forbidden, as `save` does, when the task is, or would be, outside of the caller's only list."""
        self._keep_within(record)
        await self._connection.execute(_INSERT, {"user_id": self._caller.user_id, **_values(record)})

    async def save(self, record: TaskRecord) -> None:
        self._keep_within(record)
        values = _values(record)
        await self._connection.execute(_SAVE, {"mine": self._caller.user_id, "this": values.pop("id"), **values})

    async def remove_in(self, list_id: UUID, now: datetime) -> None:
        """Move the tasks of a list to the trash."""
        inside = and_(_c.user_id == self._caller.user_id, _c.list_id == list_id, _c.deleted_at.is_(None))
        gone = {"deleted_at": now, "updated_at": now, "version": _c.version + 1}
        await self._connection.execute(update(tasks).where(inside).values(gone))

    async def _lock(self, chosen: ColumnElement[bool]) -> None:
        """Keep others from these rows until the transaction ends; SQLite has one writer anyway.

        A statement of its own: one that had to wait would join the new row with the lists as they were before.
        """
        if self._connection.dialect.name == "postgresql":
            mine = select(_c.id).where(_c.user_id == self._caller.user_id, chosen)
            await self._connection.execute(mine.order_by(_c.id).with_for_update())

    def _whose(self) -> dict[str, Any]:
        """The parameters of `_matching` that say whose tasks."""
        only = {} if self._caller.list_id is None else {"only_list": self._caller.list_id}
        return {"user_id": self._caller.user_id, **only}

    def _matching(self, query: TaskQuery) -> Select[Any]:
        mine = select(*_COLUMNS).select_from(_JOINED).where(_c.user_id == bindparam("user_id"))
        if self._caller.list_id is not None:
            mine = mine.where(_c.list_id == bindparam("only_list"))
        return mine.where(*query.conditions())

    def _mine(self) -> Select[Any]:
        mine = select(*_COLUMNS).select_from(_JOINED).where(_c.user_id == self._caller.user_id)
        return mine if self._caller.list_id is None else mine.where(_c.list_id == self._caller.list_id)

    def _within(self, record: TaskRecord) -> bool:
        return self._caller.list_id in (None, record.list_id)

    def _keep_within(self, record: TaskRecord) -> None:
        if not self._within(record):
            raise Forbidden("This access token is for one list alone, so its tasks stay there. Leave the list out.")

    async def _all(self, statement: Select[Any]) -> list[TaskRecord]:
        return [TaskRecord(*row) for row in await self._connection.execute(statement)]


_ONE = select(*_COLUMNS).select_from(_JOINED).where(_c.user_id == bindparam("user_id"), _c.id == bindparam("task_id"))
_INSERT = insert(tasks)
_TITLES = (
    select(_c.title)
    .where(_c.user_id == bindparam("user_id"), _c.deleted_at.is_(None), _c.status == bindparam("status"))
    .order_by(_c.created_at.desc(), _c.id.desc())
    .limit(bindparam("limit"))
)
_SAVE = (
    update(tasks)
    .where(_c.id == bindparam("this"), _c.user_id == bindparam("mine"))
    .values({name: bindparam(name) for name in (*_NAMES, "search") if name != "id"})
)
_PAGES: dict[tuple[Any, ...], Select[Any]] = {}
"""Statements by the shape of their query: building one costs as much as running it."""
_MOST_PAGES = 500


def _values(record: TaskRecord) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in _NAMES}
    values["search"] = folded(f"{record.title}\n{record.description or ''}")
    return values


async def purge(connection: AsyncConnection, before: datetime) -> None:
    """Remove for good what went to the trash before that instant."""
    await connection.execute(delete(tasks).where(_c.deleted_at < before))
    await connection.execute(delete(lists).where(lists.c.deleted_at < before))
