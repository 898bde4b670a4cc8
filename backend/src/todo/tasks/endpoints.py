"""Tasks over HTTP."""

from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Response

from todo.accounts.dependencies import ReadCaller, WriteCaller
from todo.history.event import Event
from todo.history.service import own_turn
from todo.kit.answers import ADDING, CHANGING, READING, READING_ONE
from todo.kit.pages import Page
from todo.tasks.dependencies import TasksDep
from todo.tasks.schemas import NewTask, SeenVersion, TaskChanges, TaskFilters
from todo.tasks.service import Outcome
from todo.tasks.task import Task

router = APIRouter(tags=["tasks"])
_ANY = SeenVersion()

_ID = {"type": "string", "format": "uuid"}
_NAMED = {
    "headers": {
        "X-Turn-Id": {"description": "The turn to undo; absent when nothing changed", "schema": _ID},
        "X-Event-Id": {"description": "The change of this very thing; absent when nothing changed", "schema": _ID},
    }
}
ADDED: dict[int | str, dict[str, Any]] = {201: _NAMED, **ADDING}
CHANGED: dict[int | str, dict[str, Any]] = {200: _NAMED, **CHANGING}


@router.get("/api/tasks", response_model=Page[Task], responses=READING)
async def list_tasks(caller: ReadCaller, tasks: TasksDep, wanted: Annotated[TaskFilters, Query()]) -> Response:
    """The caller's tasks, a page at a time."""
    page = await tasks.page(caller, wanted.query())
    # Serialised here: validating fifty tasks of our own again would cost more than reading them. `str` is for ids,
    # which PostgreSQL's driver gives as a class of its own.
    content = orjson.dumps({"items": page.items, "next_cursor": page.next_cursor}, default=str, option=orjson.OPT_UTC_Z)
    return Response(content, media_type="application/json")


@router.post("/api/tasks", status_code=201, responses=ADDED)
async def add_task(body: NewTask, caller: WriteCaller, tasks: TasksDep, response: Response) -> Task:
    """Add a task; a list that does not exist is made."""
    return _answer(await tasks.create(caller, body.fields_set(), own_turn()), response)


@router.get("/api/tasks/{task_id}", responses=READING_ONE)
async def read_task(task_id: UUID, caller: ReadCaller, tasks: TasksDep) -> Task:
    """One task, also out of the trash."""
    return await tasks.get(caller, task_id)


@router.patch("/api/tasks/{task_id}", responses=CHANGED)
async def update_task(
    task_id: UUID, body: TaskChanges, caller: WriteCaller, tasks: TasksDep, response: Response
) -> Task:
    """Change some fields of a task."""
    given = body.fields_set()
    return _answer(await tasks.update(caller, task_id, given, own_turn(), version=body.version), response)


@router.delete("/api/tasks/{task_id}", responses=CHANGED)
async def delete_task(task_id: UUID, caller: WriteCaller, tasks: TasksDep, response: Response) -> Task:
    """Move a task to the trash, where it stays for 30 days."""
    return _answer(await tasks.delete(caller, task_id, own_turn()), response)


@router.post("/api/tasks/{task_id}/complete", responses=CHANGED)
async def complete_task(
    task_id: UUID, caller: WriteCaller, tasks: TasksDep, response: Response, seen: SeenVersion = _ANY
) -> Task:
    """Mark a task as done; a repeating one gets its next occurrence."""
    return _answer(await tasks.complete(caller, task_id, own_turn(), version=seen.version), response)


@router.post("/api/tasks/{task_id}/reopen", responses=CHANGED)
async def reopen_task(
    task_id: UUID, caller: WriteCaller, tasks: TasksDep, response: Response, seen: SeenVersion = _ANY
) -> Task:
    """Mark a task as still to do."""
    return _answer(await tasks.reopen(caller, task_id, own_turn(), version=seen.version), response)


@router.post("/api/tasks/{task_id}/restore", responses=CHANGED)
async def restore_task(
    task_id: UUID, caller: WriteCaller, tasks: TasksDep, response: Response, seen: SeenVersion = _ANY
) -> Task:
    """Take a task out of the trash."""
    return _answer(await tasks.restore(caller, task_id, own_turn(), version=seen.version), response)


def _answer(outcome: Outcome, response: Response) -> Task:
    name_change(outcome.events, outcome.task.id, response)
    return outcome.task


def name_change(events: tuple[Event, ...], entity_id: UUID, response: Response) -> None:
    """Say in the headers what to undo: the change of this task or list. Nothing changed, no headers."""
    for event in events:
        if event.entity_id == entity_id:
            response.headers["X-Turn-Id"] = str(event.turn_id)
            response.headers["X-Event-Id"] = str(event.id)
