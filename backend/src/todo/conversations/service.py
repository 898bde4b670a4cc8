"""What can be done with conversations: find, read, rename, delete."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from todo.conversations.message import Conversation, Message
from todo.conversations.repository import ConversationRepository
from todo.errors import InvalidRequest, NotFound
from todo.history.service import History
from todo.kit.caller import Caller
from todo.kit.database import Database
from todo.kit.ids import new_id, parse_id
from todo.kit.pages import Page, decode_cursor, encode_cursor
from todo.kit.words import clean_line

TITLE_MOST = 100
_BESIDE_TEXT = ("receipt", "choices", "approval", "list", "error")


class Conversations:
    def __init__(self, database: Database, history: History) -> None:
        self._database = database
        self._history = history

    async def page(self, caller: Caller, *, words: str | None, cursor: str | None, limit: int) -> Page[Conversation]:
        """Conversations, the newest first; `words` are searched in titles and messages."""
        before = None
        if cursor:
            at, last = decode_cursor(cursor, str, str)
            before = _moment(at), parse_id(last) or new_id()
        async with self._database.read() as connection:
            found = await ConversationRepository(connection, caller).newest(words=words, before=before, limit=limit + 1)
        items = found[:limit]
        more = len(found) > limit
        last_seen = [items[-1].updated_at.isoformat(), str(items[-1].id)] if more else []
        return Page(items=items, next_cursor=encode_cursor(last_seen) if more else None)

    async def get(self, caller: Caller, conversation_id: UUID) -> Conversation:
        async with self._database.read() as connection:
            found = await ConversationRepository(connection, caller).get(conversation_id)
        if found is None:
            raise no_conversation()
        return found

    async def rename(self, caller: Caller, conversation_id: UUID, title: str) -> Conversation:
        async with self._database.write() as transaction:
            repository = ConversationRepository(transaction, caller)
            if not await repository.set(conversation_id, title=clean_line(title, "title", most=TITLE_MOST)):
                raise no_conversation()
            found = await repository.get(conversation_id)
        if found is None:
            raise no_conversation()
        return found

    async def delete(self, caller: Caller, conversation_id: UUID) -> None:
        """Delete what was said; what was done stays in the history. Raises NotFound."""
        async with self._database.write() as transaction:
            if not await ConversationRepository(transaction, caller).remove(conversation_id):
                raise no_conversation()

    async def messages(self, caller: Caller, conversation_id: UUID, *, cursor: str | None, limit: int) -> Page[Message]:
        """A page of messages, oldest first within it; further pages go back in time. Raises NotFound."""
        before = parse_id(decode_cursor(cursor, str)[0]) if cursor else None
        async with self._database.read() as connection:
            repository = ConversationRepository(connection, caller)
            if await repository.get(conversation_id) is None:
                raise no_conversation()
            rows = await repository.messages(conversation_id, before=before, limit=limit + 1)
        found = [_message(row) for row in rows[:limit]]
        await self._mark_undone(caller, found)
        cursor = encode_cursor([str(found[-1].id)]) if len(rows) > limit else None
        return Page(items=list(reversed(found)), next_cursor=cursor)

    async def newest(self, caller: Caller, conversation_id: UUID, limit: int = 100) -> list[Message]:
        """The newest messages, oldest first: what a model's window is filled from. None for nobody's conversation."""
        async with self._database.read() as connection:
            rows = await ConversationRepository(connection, caller).messages(conversation_id, before=None, limit=limit)
        return [_message(row) for row in reversed(rows)]

    async def _mark_undone(self, caller: Caller, found: Sequence[Message]) -> None:
        receipts = [event["data"] for message in found for event in message.events if event["event"] == "receipt"]
        undone = await self._history.undone_among(caller, [UUID(data["event_id"]) for data in receipts])
        for data in receipts:
            data["undone"] = UUID(data["event_id"]) in undone


def _message(row: Any) -> Message:
    values = {name: row._mapping[name] for name in Message.__dataclass_fields__}
    kept = [{"event": e["event"], "data": e["data"]} for e in row.events if e["event"] in _BESIDE_TEXT]
    return Message(**{**values, "events": kept})


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise InvalidRequest("The cursor is damaged. Leave it out to start at the first page.") from None


def no_conversation() -> NotFound:
    """Nobody's conversation, or another person's: the same answer."""
    return NotFound("There is no such conversation. It may have been deleted; begin a new one.")
