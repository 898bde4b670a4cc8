"""History over HTTP: read it, follow it live, undo and redo."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request
from pydantic import BaseModel

from todo.accounts.dependencies import ReadCaller, WriteCaller, identify
from todo.errors import Unauthenticated
from todo.history.dependencies import HistoryDep, UndoDep
from todo.history.event import Event
from todo.history.feed import feed
from todo.history.service import own_turn
from todo.kit.answers import CHANGING, READING
from todo.kit.pages import Page
from todo.kit.sse import EventStream

router = APIRouter(tags=["history"])


class Undone(BaseModel):
    """The events that undoing or redoing made."""

    events: list[Event]


@router.get("/api/history", responses=READING)
async def read_history(
    caller: ReadCaller,
    history: HistoryDep,
    cursor: Annotated[str | None, Query(max_length=500)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    task: UUID | None = None,
) -> Page[Event]:
    """What happened, newest first; `task` narrows it to one task or list."""
    return await history.page(caller, cursor=cursor, limit=limit, entity_id=task)


@router.get("/api/events", response_class=EventStream, responses=READING)
async def follow_events(
    request: Request,
    caller: ReadCaller,
    history: HistoryDep,
    after: Annotated[int | None, Query(ge=0, le=2**62)] = None,
    last_event_id: Annotated[str | None, Header()] = None,
) -> EventStream:
    """Follow changes live (server-sent events); resumes after `Last-Event-ID` or `after`."""
    if last_event_id is not None and last_event_id.isascii() and last_event_id.isdigit():
        after = min(int(last_event_id[:19]), 2**62)

    async def still_in() -> bool:
        try:
            await identify(request, "read")
        except Unauthenticated:
            return False
        return True

    return EventStream(feed(history, caller, after, still_in))


@router.post("/api/events/{event_id}/undo", responses=CHANGING)
async def undo_event(event_id: UUID, caller: WriteCaller, undo: UndoDep) -> Undone:
    """Undo one change."""
    return _undone(await undo.event(caller, event_id, own_turn()))


@router.post("/api/turns/{turn_id}/undo", responses=CHANGING)
async def undo_turn(turn_id: UUID, caller: WriteCaller, undo: UndoDep) -> Undone:
    """Undo everything that one turn did."""
    return _undone(await undo.turn(caller, turn_id, own_turn()))


@router.post("/api/turns/{turn_id}/redo", responses=CHANGING)
async def redo_turn(turn_id: UUID, caller: WriteCaller, undo: UndoDep) -> Undone:
    """Bring back what was undone of a turn."""
    return _undone(await undo.redo(caller, turn_id, own_turn()))


def _undone(events: tuple[Event, ...]) -> Undone:
    return Undone(events=[event.public() for event in events])
