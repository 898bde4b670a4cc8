"""Talking over HTTP: a message in, a stream of what happens out."""

from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response
from pydantic import BaseModel, ConfigDict, Field

from todo.accounts.dependencies import ReadCaller, WriteCaller
from todo.agent.dependencies import ChatDep
from todo.agent.running import RunningTurn
from todo.agent.understanding import Understood
from todo.conversations.turns import MESSAGE_MOST
from todo.errors import AlreadySaid
from todo.kit.answers import CHANGING, READING, READING_ONE
from todo.kit.sse import EventStream

router = APIRouter(tags=["chat"])


class NewMessage(BaseModel):
    """What the person says; without a conversation a new one begins. `choice` is a candidate that was clicked.

    A client that chooses the `turn_id` (a new UUID) may send a message again when it does not know whether the first
    one arrived: it is answered once, and both get the same stream.
    """

    model_config = ConfigDict(extra="forbid")

    message: Annotated[str, Field(min_length=1, max_length=MESSAGE_MOST, examples=["remind me to call mum at 5pm"])]
    conversation_id: UUID | None = None
    choice: UUID | None = None
    turn_id: UUID | None = None


class Sentence(BaseModel):
    """What is being typed."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=MESSAGE_MOST, examples=["call mum tomorrow at 5pm"])]


class LeftOut(BaseModel):
    """Which of the tasks asked about are to stay as they are."""

    model_config = ConfigDict(extra="forbid")

    except_: Annotated[list[UUID], Field(alias="except", max_length=200)] = []


_ALL = LeftOut()


@router.post("/api/chat", response_class=EventStream, responses=CHANGING)
async def say(body: NewMessage, caller: WriteCaller, chat: ChatDep) -> EventStream:
    """Say something; the answer is a stream of server-sent events."""
    try:
        begun = await chat.say(caller, body.message, body.conversation_id, choice=body.choice, turn_id=body.turn_id)
    except AlreadySaid as said:
        return EventStream(await chat.resume(caller, said.turn_id, 0), {"X-Turn-Id": str(said.turn_id)})
    return _stream(begun)


@router.post("/api/understand", responses=READING)
async def understand(body: Sentence, caller: ReadCaller, chat: ChatDep) -> Understood:
    """What a sentence would do, by the conversation's own reading; nothing is done."""
    return await chat.understand(caller, body.text)


@router.post("/api/turns/{turn_id}/approve", response_class=EventStream, responses=CHANGING)
async def approve(turn_id: UUID, caller: WriteCaller, chat: ChatDep, body: LeftOut = _ALL) -> EventStream:
    """Say yes to what a turn asked, to all of it or to all but some; the answer is a new turn's stream."""
    return _stream(await chat.approve(caller, turn_id, body.except_))


@router.post("/api/turns/{turn_id}/reject", response_class=EventStream, responses=CHANGING)
async def reject(turn_id: UUID, caller: WriteCaller, chat: ChatDep) -> EventStream:
    """Say no to what a turn asked; the answer is a new turn's stream."""
    return _stream(await chat.reject(caller, turn_id))


@router.post("/api/turns/{turn_id}/stop", status_code=202, response_class=Response, responses=CHANGING)
async def stop(turn_id: UUID, caller: WriteCaller, chat: ChatDep) -> Response:
    """Stop a turn; what it did so far has its receipts."""
    await chat.stop(caller, turn_id)
    return Response(status_code=202)


@router.get("/api/turns/{turn_id}/stream", response_class=EventStream, responses=READING_ONE)
async def resume(
    turn_id: UUID, caller: ReadCaller, chat: ChatDep, last_event_id: Annotated[str | None, Header()] = None
) -> EventStream:
    """Follow a turn from its beginning, or from after `Last-Event-ID`."""
    known = last_event_id is not None and last_event_id.isascii() and last_event_id.isdigit()
    after = int(last_event_id[:9]) if known and last_event_id else 0
    return EventStream(await chat.resume(caller, turn_id, after))


def _stream(running: RunningTurn) -> EventStream:
    events: AsyncIterator[bytes] = running.stream.read()
    return EventStream(events, {"X-Turn-Id": str(running.opened.turn_id)})
