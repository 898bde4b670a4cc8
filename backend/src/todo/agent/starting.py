"""Loading the agent beside the running server: the SDKs take longer to import, and more memory, than all else together.

They are loaded at the first sign of a person, so that they are there by the time something is said; a server that
nobody uses stays small.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from todo.agent.llm.check import check
from todo.agent.llm.state import ModelState
from todo.agent.running import RunningTurn
from todo.allowance.service import Allowance, Mode
from todo.conversations.service import Conversations
from todo.conversations.turns import Turns
from todo.history.undo import Undo
from todo.kit.clock import Clock
from todo.tasks.finding import TaskFinder
from todo.tasks.service import Tasks

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from todo.agent.llm.talk import ModelTalk
    from todo.agent.turn import TurnWork

_AFTER_WAKING_SECONDS = 0.3
"""Lets the requests that woke it be answered before the import takes the processor."""


@dataclass(frozen=True, slots=True)
class ModelParts:
    """What a model beside the interpreter is made from."""

    state: ModelState
    allowance: Allowance
    conversations: Conversations
    default: Mode
    timeout_seconds: float


@dataclass(frozen=True, slots=True)
class _Loaded:
    server: "MCPServer"
    work: "TurnWork"
    talk: "ModelTalk | None"


class Workshop:
    """Does the work of turns, and keeps the MCP server; the first to ask may wait until the SDKs are there."""

    def __init__(
        self,
        tasks: Tasks,
        finder: TaskFinder,
        undo: Undo,
        turns: Turns,
        models: ModelParts | None,
        clock: Clock,
        version: str,
    ) -> None:
        self._models = models
        self._tasks = tasks
        self._finder = finder
        self._undo = undo
        self._turns = turns
        self._clock = clock
        self._version = version
        self._loading: asyncio.Task[_Loaded] | None = None
        self._needed = asyncio.Event()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Allow loading while the block runs, and ask the model, if there is one, whether it answers."""
        checking = asyncio.create_task(check(self._models.state)) if self._models else None
        try:
            yield
        finally:
            for task in (checking, self._loading):
                if task is not None:
                    task.cancel()
                    (ended,) = await asyncio.gather(task, return_exceptions=True)
                    if isinstance(ended, _Loaded) and ended.talk is not None:
                        await ended.talk.close()

    def wake(self) -> None:
        """Somebody is there: begin to load, if nobody has."""
        if self._loading is None:
            self._loading = asyncio.create_task(self._load())

    async def run(self, turn: RunningTurn) -> None:
        """Do the work of one turn (see `TurnWork.run`)."""
        await (await self._loaded()).work.run(turn)

    async def server(self) -> "MCPServer":
        """The server object whose tools the agent calls."""
        return (await self._loaded()).server

    async def _loaded(self) -> _Loaded:
        self.wake()
        assert self._loading is not None  # noqa: S101 - it was woken
        self._needed.set()
        return await asyncio.shield(self._loading)

    async def _load(self) -> _Loaded:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._needed.wait(), _AFTER_WAKING_SECONDS)
        await asyncio.to_thread(_import)
        from todo.agent.llm.routing import Router
        from todo.agent.llm.talk import ModelTalk
        from todo.agent.replying import Models, Replying
        from todo.agent.toolbox import toolbox
        from todo.agent.turn import TurnWork
        from todo.tools.server import build_server

        gc.freeze()  # what was imported stays as long as the process: the collector need not walk it again and again
        parts = self._models
        server = build_server(self._tasks, self._finder, self._undo, self._clock, self._version)
        tools = await toolbox(server)
        talk = models = None
        if parts is not None:
            talk = ModelTalk(parts.state, tools, parts.timeout_seconds)
            models = Models(Router(talk, parts.allowance, parts.default), parts.allowance, parts.conversations)
        return _Loaded(server, TurnWork(self._turns, Replying(self._finder, tools, self._clock, models)), talk)


def _import() -> None:
    import todo.agent.turn
    import todo.tools.server  # noqa: F401 - imported for the sake of it
