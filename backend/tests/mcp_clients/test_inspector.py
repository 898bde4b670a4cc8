"""The MCP Inspector's command line lists and calls every tool."""

import json
from pathlib import Path
from typing import Any

import pytest

from fixtures.people import Person
from mcp_clients.nodejs import FOLDER, run
from tools.remote import Remote

pytestmark = pytest.mark.parametrize("shared_town", ["sqlite"], indirect=True)
INSPECTOR = FOLDER / "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js"


async def inspect(laptop: Remote, method: str, *arguments: str) -> dict[str, Any]:
    header = f"Authorization: Bearer {laptop.token}"
    server = ("--cli", f"{laptop.address}/mcp", "--transport", "http", "--header", header)
    status, said = await run(INSPECTOR, *server, "--method", method, *arguments)
    assert status == 0, said
    told: dict[str, Any] = json.loads(said[said.index("{") :])
    return told


@pytest.fixture(autouse=True)
def _own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The inspector keeps the servers it knows in the home folder otherwise."""
    monkeypatch.setenv("MCP_CATALOG_PATH", str(tmp_path / "mcp.json"))


async def test_every_tool(ada: Person, laptop: Remote) -> None:
    listed = await inspect(laptop, "tools/list", "--strict")
    calls = {
        "add_task": ("title=Milk",),
        "update_task": ("task=milk", "priority=high"),
        "complete_task": ("task=milk",),
        "list_tasks": ("status=done",),
        "delete_task": ("task=milk",),
        "undo": (),
    }
    assert {tool["name"] for tool in listed["tools"]} == set(calls)
    for name, given in calls.items():
        arguments = [word for pair in given for word in ("--tool-arg", pair)]
        told = await inspect(laptop, "tools/call", "--tool-name", name, *arguments)
        assert told.get("isError", False) is False, told
    assert await ada.titles(status="done") == ["Milk"]
