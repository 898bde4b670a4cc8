"""The caller's conversations in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, delete, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.conversations.message import Conversation, StreamEvent, TurnRecord, TurnStatus
from todo.conversations.models import conversations, messages
from todo.kit.caller import Caller

_c, _m = conversations.c, messages.c
_CONVERSATION = [_c[name] for name in Conversation.__dataclass_fields__]
_TURN = [_m[name] for name in TurnRecord.__dataclass_fields__]

# Built once, since building one costs more than SQLite takes to carry it out.
_OWN = and_(_c.id == bindparam("this"), _c.user_id == bindparam("mine"))
_ANSWER = and_(_m.turn_id == bindparam("this"), _m.user_id == bindparam("mine"), _m.role == "assistant")
_ADD, _ADD_MESSAGES = insert(conversations), insert(messages)
_TOUCH = update(conversations).where(_OWN).values(updated_at=bindparam("updated_at")).returning(_c.title, _c.state)
_WRITTEN = ("text", "search", "events", "status", "updated_at", "model", "seconds")
_WRITE_TURN = (
    update(messages)
    .where(_ANSWER, _m.status == "running")
    .values({name: bindparam(name) for name in _WRITTEN})
    .returning(_m.stop)
)


class ConversationRepository:
    def __init__(self, connection: AsyncConnection, caller: Caller) -> None:
        """Raises Forbidden for a token that is for one list: conversations are about everything."""
        caller.require_everything()
        self._connection = connection
        self._caller = caller

    async def add(self, found: Conversation) -> None:
        row = {name: getattr(found, name) for name in Conversation.__dataclass_fields__}
        await self._connection.execute(_ADD, {"user_id": self._caller.user_id, **row})

    async def touch(self, conversation_id: UUID, now: datetime) -> tuple[str, dict[str, Any] | None] | None:
        """Bring a conversation to the top; its title and state, or None when it is nobody's or another's."""
        values = {"this": conversation_id, "mine": self._caller.user_id, "updated_at": now}
        row = (await self._connection.execute(_TOUCH, values)).first()
        return None if row is None else (row.title, row.state)

    async def set(self, conversation_id: UUID, **values: Any) -> bool:
        result = await self._connection.execute(
            update(conversations).where(self._own(conversation_id)).values(**values).returning(_c.id)
        )
        return result.first() is not None

    async def remove(self, conversation_id: UUID) -> bool:
        statement = delete(conversations).where(self._own(conversation_id)).returning(_c.id)
        return (await self._connection.execute(statement)).first() is not None

    async def get(self, conversation_id: UUID) -> Conversation | None:
        row = (await self._connection.execute(self._mine().where(_c.id == conversation_id))).first()
        return None if row is None else Conversation(**row._mapping)

    async def state(self, conversation_id: UUID) -> dict[str, Any] | None:
        statement = select(_c.state).where(self._own(conversation_id))
        return (await self._connection.execute(statement)).scalar_one_or_none()

    async def newest(
        self, *, words: str | None, before: tuple[datetime, UUID] | None, limit: int
    ) -> list[Conversation]:
        statement = self._mine().order_by(_c.updated_at.desc(), _c.id.desc()).limit(limit)
        if before is not None:
            at, last = before
            statement = statement.where(or_(_c.updated_at < at, and_(_c.updated_at == at, _c.id < last)))
        for word in (words or "").split():
            said = exists().where(_m.conversation_id == _c.id, _m.search.contains(word.casefold(), autoescape=True))
            statement = statement.where(or_(_c.title.icontains(word, autoescape=True), said))
        return [Conversation(**row._mapping) for row in await self._connection.execute(statement)]

    async def add_messages(self, rows: Sequence[dict[str, Any]]) -> None:
        owned = [{**row, "user_id": self._caller.user_id, "search": row["text"].casefold()} for row in rows]
        await self._connection.execute(_ADD_MESSAGES, owned)

    async def messages(self, conversation_id: UUID, *, before: UUID | None, limit: int) -> list[Any]:
        """Rows of messages, the newest first."""
        statement = select(messages).where(_m.conversation_id == conversation_id, _m.user_id == self._caller.user_id)
        if before is not None:
            statement = statement.where(_m.id < before)
        return list(await self._connection.execute(statement.order_by(_m.id.desc()).limit(limit)))

    async def turn(self, turn_id: UUID) -> TurnRecord | None:
        row = (await self._connection.execute(self._turns().where(_m.turn_id == turn_id))).first()
        return None if row is None else TurnRecord(**row._mapping)

    async def running(self, conversation_id: UUID) -> TurnRecord | None:
        statement = self._turns().where(_m.conversation_id == conversation_id, _m.status == "running")
        row = (await self._connection.execute(statement)).first()
        return None if row is None else TurnRecord(**row._mapping)

    async def write_turn(
        self, turn_id: UUID, *, text: str, events: Sequence[StreamEvent], status: TurnStatus, now: datetime, **more: Any
    ) -> bool:
        """Store how far a running turn has come. True when the person asked to stop it meanwhile."""
        values: dict[str, Any] = {"model": None, "seconds": None, **more, "events": list(events), "status": status}
        values |= {"this": turn_id, "mine": self._caller.user_id}
        values |= {"text": text, "search": text.casefold(), "updated_at": now}
        return bool((await self._connection.execute(_WRITE_TURN, values)).scalar_one_or_none())

    async def ask_stop(self, turn_id: UUID) -> bool:
        statement = update(messages).where(self._answer(turn_id)).values(stop=True).returning(_m.id)
        return (await self._connection.execute(statement)).first() is not None

    def _mine(self) -> Select[Any]:
        return select(*_CONVERSATION).where(_c.user_id == self._caller.user_id)

    def _turns(self) -> Select[Any]:
        return select(*_TURN).where(_m.user_id == self._caller.user_id, _m.role == "assistant")

    def _own(self, conversation_id: UUID) -> ColumnElement[bool]:
        return and_(_c.id == conversation_id, _c.user_id == self._caller.user_id)

    def _answer(self, turn_id: UUID) -> ColumnElement[bool]:
        return and_(_m.turn_id == turn_id, _m.user_id == self._caller.user_id, _m.role == "assistant")
