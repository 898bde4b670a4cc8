"""Lists over HTTP."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel

from todo.accounts.dependencies import ReadCaller, WriteCaller
from todo.history.service import own_turn
from todo.kit.answers import READING, READING_ONE
from todo.tasks.dependencies import ListsDep
from todo.tasks.endpoints import ADDED, CHANGED, name_change
from todo.tasks.lists import ListOutcome
from todo.tasks.schemas import ListChanges, NewList
from todo.tasks.task import TaskList

router = APIRouter(tags=["lists"])


class AllLists(BaseModel):
    """Every list of the caller's, in order."""

    items: list[TaskList]


@router.get("/api/lists", responses=READING)
async def read_lists(caller: ReadCaller, lists: ListsDep) -> AllLists:
    """The caller's lists, each with the number of its open tasks."""
    return AllLists(items=await lists.all(caller))


@router.post("/api/lists", status_code=201, responses=ADDED)
async def add_list(body: NewList, caller: WriteCaller, lists: ListsDep, response: Response) -> TaskList:
    """Make a list."""
    return _answer(await lists.create(caller, body.name, own_turn()), response)


@router.get("/api/lists/{list_id}", responses=READING_ONE)
async def read_list(list_id: UUID, caller: ReadCaller, lists: ListsDep) -> TaskList:
    """One list, also out of the trash."""
    return await lists.get(caller, list_id)


@router.patch("/api/lists/{list_id}", responses=CHANGED)
async def update_list(
    list_id: UUID, body: ListChanges, caller: WriteCaller, lists: ListsDep, response: Response
) -> TaskList:
    """Rename or move a list."""
    changed = await lists.update(
        caller, list_id, own_turn(), name=body.name, position=body.position, version=body.version
    )
    return _answer(changed, response)


@router.delete("/api/lists/{list_id}", responses=CHANGED)
async def delete_list(list_id: UUID, caller: WriteCaller, lists: ListsDep, response: Response) -> TaskList:
    """Move a list and its tasks to the trash, in one turn that can be undone."""
    return _answer(await lists.delete(caller, list_id, own_turn()), response)


@router.post("/api/lists/{list_id}/restore", responses=CHANGED)
async def restore_list(list_id: UUID, caller: WriteCaller, lists: ListsDep, response: Response) -> TaskList:
    """Take a list out of the trash."""
    return _answer(await lists.restore(caller, list_id, own_turn()), response)


def _answer(outcome: ListOutcome, response: Response) -> TaskList:
    name_change(outcome.events, outcome.list.id, response)
    return outcome.list
