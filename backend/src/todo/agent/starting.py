"""Loading the agent beside the running server: the SDKs take longer to import than everything else together."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from todo.agent.running import RunningTurn
from todo.conversations.turns import Turns
from todo.history.undo import Undo
from todo.kit.clock import Clock
from todo.tasks.finding import TaskFinder
from todo.tasks.service import Tasks

if TYPE_CHECKING:
    from todo.agent.turn import TurnWork

_AFTER_START_SECONDS = 0.1
"""Lets the server answer its first probe before the import takes the processor."""


class Workshop:
    """Does the work of turns; the first may wait until the SDKs are there."""

    def __init__(self, tasks: Tasks, finder: TaskFinder, undo: Undo, turns: Turns, clock: Clock, version: str) -> None:
        self._tasks = tasks
        self._finder = finder
        self._undo = undo
        self._turns = turns
        self._clock = clock
        self._version = version
        self._loading: asyncio.Task[TurnWork] | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Load while the block runs, and not before the server has had time to start."""
        self._loading = asyncio.create_task(self._load())
        try:
            yield
        finally:
            self._loading.cancel()
            await asyncio.gather(self._loading, return_exceptions=True)

    async def run(self, turn: RunningTurn) -> None:
        """Do the work of one turn (see `TurnWork.run`)."""
        if self._loading is None:
            self._loading = asyncio.create_task(self._load())
        work = await asyncio.shield(self._loading)
        await work.run(turn)

    async def _load(self) -> "TurnWork":
        await asyncio.sleep(_AFTER_START_SECONDS)
        await asyncio.to_thread(_import)
        from todo.agent.toolbox import toolbox
        from todo.agent.turn import TurnWork
        from todo.tools.server import build_server

        gc.freeze()  # what was imported stays as long as the process: the collector need not walk it again and again
        server = build_server(self._tasks, self._finder, self._undo, self._clock, self._version)
        return TurnWork(self._turns, self._finder, await toolbox(server), self._clock)


def _import() -> None:
    import todo.agent.turn
    import todo.tools.server  # noqa: F401 - imported for the sake of it
