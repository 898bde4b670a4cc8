"""The tools as any MCP client calls them: through the protocol, in memory, on behalf of one person."""

from dataclasses import replace

import pytest

from fixtures.clients import SettableClock
from fixtures.people import Join, Town
from todo.history.event import Turn
from todo.kit.ids import new_id
from todo.tasks.finding import TaskFinder
from todo.tools.acting import Act
from todo.tools.server import build_server
from tools.calling import Tools


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
