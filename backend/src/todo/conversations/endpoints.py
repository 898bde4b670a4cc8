"""Conversations over HTTP."""

from typing import Annotated, cast
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from todo.accounts.dependencies import ReadCaller, WriteCaller
from todo.conversations.message import Conversation, Message
from todo.conversations.service import TITLE_MOST, Conversations
from todo.kit.answers import CHANGING, READING, READING_ONE
from todo.kit.pages import Page

router = APIRouter(tags=["conversations"])
_Cursor = Annotated[str | None, Query(max_length=500)]


async def _conversations(request: Request) -> Conversations:
    return cast("Conversations", request.app.state.services.conversations)


ConversationsDep = Annotated[Conversations, Depends(_conversations)]


class NewTitle(BaseModel):
    """What a conversation is called."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, Field(min_length=1, max_length=TITLE_MOST)]


@router.get("/api/conversations", responses=READING)
async def read_conversations(
    caller: ReadCaller,
    conversations: ConversationsDep,
    q: Annotated[str | None, Query(max_length=200, description="Words of the title or of a message")] = None,
    cursor: _Cursor = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> Page[Conversation]:
    """The caller's conversations, the newest first."""
    return await conversations.page(caller, words=q, cursor=cursor, limit=limit)


@router.get("/api/conversations/{conversation_id}", responses=READING_ONE)
async def read_conversation(conversation_id: UUID, caller: ReadCaller, conversations: ConversationsDep) -> Conversation:
    """One conversation."""
    return await conversations.get(caller, conversation_id)


@router.patch("/api/conversations/{conversation_id}", responses=CHANGING)
async def rename_conversation(
    conversation_id: UUID, body: NewTitle, caller: WriteCaller, conversations: ConversationsDep
) -> Conversation:
    """Rename a conversation."""
    return await conversations.rename(caller, conversation_id, body.title)


@router.delete("/api/conversations/{conversation_id}", status_code=204, responses=CHANGING)
async def delete_conversation(conversation_id: UUID, caller: WriteCaller, conversations: ConversationsDep) -> None:
    """Delete what was said; what was done stays, and stays undoable."""
    await conversations.delete(caller, conversation_id)


@router.get("/api/conversations/{conversation_id}/messages", responses=READING_ONE)
async def read_messages(
    conversation_id: UUID,
    caller: ReadCaller,
    conversations: ConversationsDep,
    cursor: _Cursor = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 30,
) -> Page[Message]:
    """A page of messages, oldest first within it; further pages go back in time."""
    return await conversations.messages(caller, conversation_id, cursor=cursor, limit=limit)
