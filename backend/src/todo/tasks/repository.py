"""The caller's tasks in the database. Every query starts from the caller: nobody else's rows can be asked for."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.kit.caller import Caller
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
        shape = query.shape()
        statement = _PAGES.get(shape)
        if statement is None:
            statement = _matching(query).where(query.after_cursor()).order_by(*query.order).limit(bindparam("limit"))
            _PAGES[shape] = statement
        values = {"user_id": self._caller.user_id, "limit": query.limit + 1, **query.values()}
        return [TaskRecord(*row) for row in await self._connection.execute(statement, values)]

    async def count(self, query: TaskQuery) -> int:
        statement = _matching(query).with_only_columns(func.count(), maintain_column_froms=True)
        values = {"user_id": self._caller.user_id, **query.values()}
        return (await self._connection.execute(statement, values)).scalar_one()

    async def get(self, task_id: UUID, *, lock: bool = False) -> TaskRecord | None:
        values = {"task_id": task_id, "user_id": self._caller.user_id}
        row = (await self._connection.execute(_ONE_LOCKED if lock else _ONE, values)).first()
        return None if row is None else TaskRecord(*row)

    async def lock(self, ids: Sequence[UUID]) -> dict[UUID, TaskRecord]:
        """These tasks, locked in the order of their ids, so that two callers never wait for each other."""
        statement = self._mine().where(_c.id.in_(ids)).order_by(_c.id).with_for_update(of=tasks)
        return {record.id: record for record in await self._all(statement)}

    async def in_list(self, list_id: UUID) -> list[TaskRecord]:
        return await self._all(self._mine().where(_c.list_id == list_id, _c.deleted_at.is_(None)).order_by(_c.id))

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

    async def add(self, record: TaskRecord) -> None:
        await self._connection.execute(_INSERT, {"user_id": self._caller.user_id, **_values(record)})

    async def save(self, record: TaskRecord) -> None:
        values = _values(record)
        await self._connection.execute(_SAVE, {"mine": self._caller.user_id, "this": values.pop("id"), **values})

    def _mine(self) -> Select[Any]:
        return select(*_COLUMNS).select_from(_JOINED).where(_c.user_id == self._caller.user_id)

    async def _all(self, statement: Select[Any]) -> list[TaskRecord]:
        return [TaskRecord(*row) for row in await self._connection.execute(statement)]


_ONE = select(*_COLUMNS).select_from(_JOINED).where(_c.user_id == bindparam("user_id"), _c.id == bindparam("task_id"))
_ONE_LOCKED = _ONE.with_for_update(of=tasks)
_INSERT = insert(tasks)
_SAVE = (
    update(tasks)
    .where(_c.id == bindparam("this"), _c.user_id == bindparam("mine"))
    .values({name: bindparam(name) for name in (*_NAMES, "search") if name != "id"})
)
_PAGES: dict[tuple[Any, ...], Select[Any]] = {}
"""Statements by the shape of their query: building one costs as much as running it. There are as many as filters."""


def _matching(query: TaskQuery) -> Select[Any]:
    mine = select(*_COLUMNS).select_from(_JOINED).where(_c.user_id == bindparam("user_id"))
    return mine.where(*query.conditions())


def _values(record: TaskRecord) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in _NAMES}
    values["search"] = f"{record.title}\n{record.description or ''}".casefold()
    return values


async def purge(connection: AsyncConnection, before: datetime) -> None:
    """Remove for good what went to the trash before that instant."""
    await connection.execute(delete(tasks).where(_c.deleted_at < before))
    await connection.execute(delete(lists).where(lists.c.deleted_at < before))
