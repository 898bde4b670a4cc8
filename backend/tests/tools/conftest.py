"""The tools as any MCP client calls them: through the protocol, in memory, on behalf of one person."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI

from fixtures.clients import SettableClock
from fixtures.people import Join, Person, Town
from todo.history.event import Turn
from todo.kit.ids import new_id
from todo.tasks.finding import TaskFinder
from todo.tools.acting import Act
from todo.tools.server import build_server
from tools.calling import Tools
from tools.remote import Invite, Remote, token


@pytest.fixture
def clock(town: Town) -> SettableClock:
    return town.clock


@pytest.fixture
async def tools(town: Town, join: Join) -> Tools:
    services = town.services
    finder = TaskFinder(services.database)
    server = build_server(services.tasks, finder, services.undo, services.clock, "1")
    caller = replace((await join()).caller, source="mcp:tests")
    return Tools(server, Act(caller, Turn(new_id())))


@pytest.fixture
async def address(town: Town, serve: Callable[[FastAPI], Awaitable[str]]) -> str:
    """Where the town's app listens."""
    return await serve(town.app)


@pytest.fixture
def invite(address: str) -> Invite:
    """Gives a program of the person's a token, and the way to the server."""

    async def make(person: Person, **options: Any) -> Remote:
        return Remote(address, await token(person, **options))

    return make


@pytest.fixture
async def laptop(ada: Person, invite: Invite) -> Remote:
    """Ada's program, which may read and write."""
    return await invite(ada)
