"""The caller's lists in the database."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.kit.caller import Caller
from todo.kit.words import folded
from todo.tasks.models import lists, tasks
from todo.tasks.task import TaskList

_c = lists.c
_OPEN = (
    select(func.count())
    .where(tasks.c.list_id == _c.id, tasks.c.status == "open", tasks.c.deleted_at.is_(None))
    .correlate(lists)
    .scalar_subquery()
)
_COLUMNS = [
    *(_c[name] for name in TaskList.__dataclass_fields__ if name != "open_tasks"),
    _OPEN.label("open_tasks"),
]


class ListRepository:
    def __init__(self, connection: AsyncConnection, caller: Caller) -> None:
        self._connection = connection
        self._caller = caller

    async def all(self) -> list[TaskList]:
        statement = self._mine().where(_c.deleted_at.is_(None)).order_by(_c.position, _c.id)
        return [TaskList(**row._mapping) for row in await self._connection.execute(statement)]

    async def names(self) -> tuple[str, ...]:
        """What the lists are called, in their order, without counting their tasks."""
        return tuple(name for _, name in await self.names_by_id())

    async def names_by_id(self) -> list[tuple[UUID, str]]:
        mine = self._mine().with_only_columns(_c.id, _c.name).where(_c.deleted_at.is_(None))
        return [tuple(row) for row in await self._connection.execute(mine.order_by(_c.position, _c.id))]

    async def get(self, list_id: UUID, *, lock: bool = False) -> TaskList | None:
        statement = self._mine().where(_c.id == list_id)
        return await self._first(statement.with_for_update(of=lists) if lock else statement)

    async def named(self, name: str) -> TaskList | None:
        """The list of that name, upper and lower case alike, which nobody deletes before the transaction ends."""
        statement = self._mine().where(_c.name_key == folded(name), _c.deleted_at.is_(None))
        return await self._first(statement.with_for_update(read=True, key_share=True, of=lists))

    async def add(self, found: TaskList) -> None:
        await self._connection.execute(
            insert(lists).values(user_id=self._caller.user_id, id=found.id, **_values(found))
        )

    async def save(self, found: TaskList) -> None:
        mine = and_(_c.id == found.id, _c.user_id == self._caller.user_id)
        await self._connection.execute(update(lists).where(mine).values(_values(found)))

    def _mine(self) -> Select[Any]:
        mine = select(*_COLUMNS).where(_c.user_id == self._caller.user_id)
        return mine if self._caller.list_id is None else mine.where(_c.id == self._caller.list_id)

    async def _first(self, statement: Select[Any]) -> TaskList | None:
        row = (await self._connection.execute(statement)).first()
        return None if row is None else TaskList(**row._mapping)


def _values(found: TaskList) -> dict[str, str | float | int | datetime | None]:
    return {
        "name": found.name,
        "name_key": folded(found.name),
        "position": found.position,
        "version": found.version,
        "created_at": found.created_at,
        "updated_at": found.updated_at,
        "deleted_at": found.deleted_at,
    }
