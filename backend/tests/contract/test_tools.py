"""Every tool, tried by another person on what is not theirs."""

from typing import Any

import pytest
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult

from contract.conftest import Owner, stored
from fixtures.people import Join, Town
from todo.history.service import own_turn
from todo.tasks.finding import TaskFinder
from todo.tools.acting import Act, acting
from todo.tools.server import build_server

CALLS: dict[str, list[dict[str, Any]]] = {
    "add_task": [{"title": "mine", "list": "Owned list"}],
    "list_tasks": [{"status": "all"}, {"words": "owned"}, {"list": "Owned list"}],
    "complete_task": [{"task": "{task_id}"}, {"task": "owned task"}, {"task": "{task_id}", "done": False}],
    "update_task": [{"task": "{task_id}", "title": "stolen"}, {"task": "owned", "note": "stolen"}],
    "delete_task": [{"task": "{task_id}"}, {"task": "owned task"}],
    "undo": [{}, {"turn": "{turn_id}"}, {"turn": "{turn_id}", "redo": True}],
}


@pytest.fixture
def server(town: Town) -> MCPServer:
    services = town.services
    return build_server(services.tasks, TaskFinder(services.database), services.undo, services.clock, "test")


async def test_every_tool_is_known(server: MCPServer) -> None:
    assert {tool.name for tool in await server.list_tools()} == set(CALLS)


@pytest.mark.parametrize("tool", CALLS)
async def test_another_person_finds_nothing_and_changes_nothing(
    town: Town, owner: Owner, join: Join, server: MCPServer, tool: str
) -> None:
    before = await stored(town, owner.person.caller.user_id)
    other = await join()
    for arguments in CALLS[tool]:
        with acting(Act(other.caller, own_turn())):
            answer = await server.call_tool(tool, owner.fill(arguments))
        assert isinstance(answer, CallToolResult)
        assert bool(answer.is_error) == (tool not in ("add_task", "list_tasks")), answer
        said = str(answer).replace(str(owner.fill(arguments)), "")
        assert "owned text" not in said
        assert owner.things["list_id"] not in said
        if tool == "list_tasks":
            assert answer.structured_content == {"tasks": [], "total": 0}
    assert await stored(town, owner.person.caller.user_id) == before


async def test_no_tool_runs_for_nobody(owner: Owner, server: MCPServer) -> None:
    for tool, (arguments, *_) in CALLS.items():
        with pytest.raises(ToolError, match="Error executing"):
            await server.call_tool(tool, owner.fill(arguments))
