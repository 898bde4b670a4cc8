"""History's services, as endpoints ask for them."""

from typing import Annotated, cast

from fastapi import Depends, Request

from todo.history.service import History
from todo.history.undo import Undo


async def _history(request: Request) -> History:
    return cast("History", request.app.state.services.history)


async def _undo(request: Request) -> Undo:
    return cast("Undo", request.app.state.services.undo)


HistoryDep = Annotated[History, Depends(_history)]
UndoDep = Annotated[Undo, Depends(_undo)]
