"""The person's events in the database."""

from collections.abc import Sequence
from datetime import datetime
from types import ModuleType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Executable,
    Select,
    and_,
    bindparam,
    false,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.history.event import Change, Event, Turn
from todo.history.models import feeds, task_events
from todo.kit.caller import Caller

_e = task_events.c
_COLUMNS = [_e[name] for name in Event.__dataclass_fields__]

_INSERT = insert(task_events)


def _next_seq(dialect: ModuleType) -> Executable:
    insert_first = dialect.insert(feeds).values(user_id=bindparam("user_id"), seq=bindparam("count", type_=BigInteger))
    further = {"seq": feeds.c.seq + bindparam("count", type_=BigInteger)}
    upsert = insert_first.on_conflict_do_update(index_elements=["user_id"], set_=further)
    return upsert.returning(feeds.c.seq)  # type: ignore[no-any-return]


_NEXT = {"sqlite": _next_seq(sqlite), "postgresql": _next_seq(postgresql)}


class HistoryRepository:
    """Queries of one caller within one connection."""

    def __init__(self, connection: AsyncConnection, caller: Caller) -> None:
        self._connection = connection
        self._caller = caller
        self._grant_id = caller.grant and caller.grant.id

    async def next_seq(self, count: int) -> int:
        """Reserve `count` numbers and return the first. Holds the person's feed until commit, which keeps the order."""
        values = {"user_id": self._caller.user_id, "count": count}
        last: int = (await self._connection.execute(_NEXT[self._connection.dialect.name], values)).scalar_one()
        return last - count + 1

    async def add(self, turn: Turn, changes: Sequence[Change], now: datetime) -> list[Event]:
        first = await self.next_seq(len(changes))
        events = [
            Event(
                id=change.id,
                seq=first + index,
                turn_id=turn.id,
                conversation_id=turn.conversation_id,
                actor=self._caller.source,
                action=change.action,
                entity=change.entity,
                entity_id=change.entity_id,
                before=change.before,
                after=change.after,
                undone=False,
                created_at=now,
                cause_id=change.cause_id,
                undoes_id=change.undoes_id,
            )
            for index, change in enumerate(changes)
        ]
        for event in events:
            row = {name: getattr(event, name) for name in Event.__dataclass_fields__}
            whose = {"user_id": self._caller.user_id, "grant_id": self._grant_id}
            await self._connection.execute(_INSERT, {**row, **whose})
        return events

    async def mark(self, ids: Sequence[UUID], *, undone: bool) -> None:
        statement = update(task_events).where(_e.user_id == self._caller.user_id, _e.id.in_(ids)).values(undone=undone)
        await self._connection.execute(statement)

    async def with_caused(self, event_id: UUID) -> list[Event]:
        """An event and those that it brought about, oldest first; locked, so that nobody else undoes them meanwhile."""
        turn = self._mine().where(_e.id == event_id).with_only_columns(_e.turn_id).scalar_subquery()
        chosen = and_(_e.turn_id == turn, or_(_e.id == event_id, _e.cause_id == event_id))
        return await self._all(self._mine().where(chosen).order_by(_e.seq).with_for_update())

    async def of_turn(self, turn_id: UUID, *, lock: bool = False) -> list[Event]:
        """The events of a turn, oldest first."""
        statement = self._mine().where(_e.turn_id == turn_id).order_by(_e.seq)
        return await self._all(statement.with_for_update() if lock else statement)

    async def first_of(self, entity_id: UUID) -> Event | None:
        """How this thing came to be, whoever made it."""
        of_person = select(*_COLUMNS).where(_e.user_id == self._caller.user_id)
        return await self._first(of_person.where(_e.entity_id == entity_id).order_by(_e.seq).limit(1))

    async def after(self, seq: int, limit: int) -> list[Event]:
        return await self._all(self._mine().where(_e.seq > seq).order_by(_e.seq).limit(limit))

    async def newest_first(self, *, before_seq: int | None, entity_id: UUID | None, limit: int) -> list[Event]:
        statement = self._mine().order_by(_e.seq.desc()).limit(limit)
        if before_seq is not None:
            statement = statement.where(_e.seq < before_seq)
        if entity_id is not None:
            statement = statement.where(_e.entity_id == entity_id)
        return await self._all(statement)

    async def newest_act(self, conversation_id: UUID | None = None) -> Event | None:
        """The newest change that is no undoing and not undone: of a conversation, else of the caller's program."""
        acts = self._acts().where(_e.undone.is_(False), self._own(_e, conversation_id))
        return await self._first(acts.order_by(_e.seq.desc()).limit(1))

    async def newest_act_of_all(self) -> Event | None:
        """The newest change that is no undoing and not undone, whoever made it."""
        return await self._first(self._acts().where(_e.undone.is_(False)).order_by(_e.seq.desc()).limit(1))

    async def newest_undone(self, conversation_id: UUID | None = None) -> Event | None:
        """What "redo" brings back: the act undone last there (see `newest_act`), unless something was done since."""
        there = self._mine().where(self._own(_e, conversation_id), _e.action != "redo")
        undo = await self._first(there.order_by(_e.seq.desc()).limit(1))
        if undo is None or undo.action != "undo":
            return None
        undoing = task_events.alias()
        taken_back = (
            self._mine()
            .join(undoing, and_(undoing.c.undoes_id == _e.id, undoing.c.user_id == _e.user_id))
            .where(self._own(undoing.c, conversation_id), undoing.c.action == "undo", _e.undone.is_(True))
        )
        return await self._first(taken_back.order_by(undoing.c.seq.desc()).limit(1))

    async def last_seq(self) -> int:
        statement = select(feeds.c.seq).where(feeds.c.user_id == self._caller.user_id)
        return (await self._connection.execute(statement)).scalar_one_or_none() or 0

    async def undone_among(self, ids: Sequence[UUID]) -> set[UUID]:
        """Which of these events are undone by now."""
        statement = select(_e.id).where(_e.user_id == self._caller.user_id, _e.id.in_(ids), _e.undone.is_(True))
        return set((await self._connection.execute(statement)).scalars())

    def _own(self, columns: Any, conversation_id: UUID | None) -> ColumnElement[bool]:
        """Of that conversation; without one, of the program that asks; of neither there is nothing."""
        if conversation_id is not None:
            return columns.conversation_id == conversation_id  # type: ignore[no-any-return]
        return false() if self._grant_id is None else columns.grant_id == self._grant_id

    def _mine(self) -> Select[Any]:
        """The person's events; a token for one list sees those of its own, since others tell of other lists."""
        mine = select(*_COLUMNS).where(_e.user_id == self._caller.user_id)
        return mine if self._caller.list_id is None else mine.where(_e.grant_id == self._grant_id)

    def _acts(self) -> Select[Any]:
        return self._mine().where(_e.action.not_in(("undo", "redo")))

    async def _first(self, statement: Select[Any]) -> Event | None:
        row = (await self._connection.execute(statement)).first()
        return None if row is None else Event(**row._mapping)

    async def _all(self, statement: Select[Any]) -> list[Event]:
        return [Event(**row._mapping) for row in await self._connection.execute(statement)]
