"""The services of tasks, as endpoints ask for them."""

from typing import Annotated, cast

from fastapi import Depends, Request

from todo.tasks.lists import Lists
from todo.tasks.service import Tasks


async def _tasks(request: Request) -> Tasks:
    return cast("Tasks", request.app.state.services.tasks)


async def _lists(request: Request) -> Lists:
    return cast("Lists", request.app.state.services.lists)


TasksDep = Annotated[Tasks, Depends(_tasks)]
ListsDep = Annotated[Lists, Depends(_lists)]
