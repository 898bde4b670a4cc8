"""Turns as they are stored: the message first, the answer as it grows, and what is left when a server dies."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from todo.conversations.message import Conversation, OpenTurn, State, StreamEvent, TurnRecord, TurnStatus
from todo.conversations.models import messages
from todo.conversations.repository import ConversationRepository
from todo.conversations.service import no_conversation
from todo.errors import AlreadySaid, NotFound, TurnRunning
from todo.kit.caller import Caller
from todo.kit.clock import Clock
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.kit.words import clean_text

MESSAGE_MOST, TITLE_WORDS = 2_000, 60
DEAD_AFTER = timedelta(seconds=15)
"""A running turn shows a sign of life every second; one that shows none for so long has lost its server."""

_INTERRUPTED: StreamEvent = {
    "event": "error",
    "data": {
        "code": "interrupted",
        "message": "The server stopped while it was answering. What has a receipt was done; say the rest again.",
    },
}


class Turns:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def open_turn(
        self,
        caller: Caller,
        conversation_id: UUID | None,
        text: str,
        *,
        turn_id: UUID | None = None,
        check: Callable[[State], object] | None = None,
    ) -> OpenTurn:
        """Store the person's message, and begin the answer to it; without a conversation, begin that too.

        A client that chose the `turn_id` may send again what may have been lost: it is stored once. What `check` raises
        about the conversation's state is raised, and nothing is stored.

        Raises:
            InvalidRequest: the message is empty, too long, or cannot be stored.
            NotFound: there is no such conversation of this person's.
            TurnRunning: the message before it is still being answered.
            AlreadySaid: there is a turn of this `turn_id`.
        """
        text = clean_text(text, "message", least=1, most=MESSAGE_MOST)
        new = turn_id or new_id()
        try:
            return await self._open(caller, conversation_id, text, new, check)
        except IntegrityError:
            if await self._is_there(caller, new):
                raise AlreadySaid(new) from None
            if conversation_id is None:
                raise
            await self._bury(caller, conversation_id)
        try:
            return await self._open(caller, conversation_id, text, new, check)
        except IntegrityError:
            raise _still_running() from None

    async def _open(
        self,
        caller: Caller,
        conversation_id: UUID | None,
        text: str,
        turn_id: UUID,
        check: Callable[[State], object] | None,
    ) -> OpenTurn:
        now = self._clock()
        async with self._database.write() as transaction:
            repository = ConversationRepository(transaction, caller)
            if conversation_id is None:
                begun = Conversation(id=new_id(), title=_title(text), created_at=now, updated_at=now)
                await repository.add(begun)
                conversation_id, title, state = begun.id, begun.title, None
            else:
                found = await repository.touch(conversation_id, now)
                if found is None:
                    raise no_conversation()
                title, state = found
                if check is not None:
                    check(state)
            shared: dict[str, Any] = {"conversation_id": conversation_id, "turn_id": turn_id, "events": []}
            shared |= {"created_at": now, "updated_at": now}
            question = {"id": new_id(), "role": "user", "text": text, "status": "done", **shared}
            answer = {"id": new_id(), "role": "assistant", "text": "", "status": "running", **shared}
            await repository.add_messages([question, answer])
        return OpenTurn(turn_id=turn_id, conversation_id=conversation_id, title=title, message=text, state=state)

    async def _is_there(self, caller: Caller, turn_id: UUID) -> bool:
        async with self._database.read() as connection:
            return await ConversationRepository(connection, caller).turn(turn_id) is not None

    async def save_turn(self, caller: Caller, turn_id: UUID, *, text: str, events: Sequence[StreamEvent]) -> bool:
        """A running turn's sign of life, with what was said so far. True when the person asked to stop it."""
        async with self._database.write() as transaction:
            return await ConversationRepository(transaction, caller).write_turn(
                turn_id, text=text, events=events, status="running", now=self._clock()
            )

    async def close_turn(
        self,
        caller: Caller,
        turn: OpenTurn,
        *,
        text: str,
        events: Sequence[StreamEvent],
        status: TurnStatus,
        model: str,
        seconds: float,
        state: State,
    ) -> None:
        """Store the whole answer, and what the next short reply will refer to."""
        async with self._database.write() as transaction:
            repository = ConversationRepository(transaction, caller)
            await repository.write_turn(
                turn.turn_id, text=text, events=events, status=status, now=self._clock(), model=model, seconds=seconds
            )
            if state != turn.state:
                await repository.set(turn.conversation_id, state=state)

    async def ask_stop(self, caller: Caller, turn_id: UUID) -> None:
        """Ask whichever server runs the turn to stop it. Raises NotFound."""
        async with self._database.write() as transaction:
            if not await ConversationRepository(transaction, caller).ask_stop(turn_id):
                raise _no_turn()

    async def turn(self, caller: Caller, turn_id: UUID) -> TurnRecord:
        """A turn as far as it is stored; one whose server is gone is failed. Raises NotFound."""
        async with self._database.read() as connection:
            found = await ConversationRepository(connection, caller).turn(turn_id)
        if found is None:
            raise _no_turn()
        if found.status == "running" and self._is_dead(found):
            await self._bury(caller, found.conversation_id)
            return await self.turn(caller, turn_id)
        return found

    async def state(self, caller: Caller, conversation_id: UUID) -> State:
        async with self._database.read() as connection:
            return await ConversationRepository(connection, caller).state(conversation_id)

    async def _bury(self, caller: Caller, conversation_id: UUID) -> None:
        """End a running turn whose server is gone. Raises TurnRunning when it is alive."""
        async with self._database.write() as transaction:
            repository = ConversationRepository(transaction, caller)
            running = await repository.running(conversation_id)
            if running is None:
                return
            if not self._is_dead(running):
                raise _still_running()
            last = running.events[-1]["id"] if running.events else 0
            done: StreamEvent = {"event": "done", "data": {"model": "none", "seconds": 0}, "id": last + 2}
            events = [*running.events, {**_INTERRUPTED, "id": last + 1}, done]
            said = "".join(event["data"]["delta"] for event in events if event["event"] == "text")
            await repository.write_turn(
                running.turn_id, text=said, events=events, status="failed", now=self._clock(), model="none"
            )

    def _is_dead(self, running: TurnRecord) -> bool:
        return self._clock() - running.updated_at > DEAD_AFTER

    async def bury_all(self) -> None:
        """After a restart of the only server there is, no turn runs any more."""
        async with self._database.write() as transaction:
            running = update(messages).where(messages.c.status == "running")
            await transaction.execute(running.values(updated_at=datetime.min.replace(year=1970, tzinfo=UTC)))


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= TITLE_WORDS else f"{line[:TITLE_WORDS].rsplit(' ', 1)[0]}…"


def _no_turn() -> NotFound:
    return NotFound("There is no such turn. Its conversation may have been deleted.")


def _still_running() -> TurnRunning:
    return TurnRunning("The message before is still being answered. Wait for it, or stop it, then send this again.")
