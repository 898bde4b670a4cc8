"""The TypeScript SDK's client lists and calls every tool."""

import json
from typing import Any

import pytest

from fixtures.people import Person
from mcp_clients.nodejs import FOLDER, run
from tools.remote import Remote

pytestmark = pytest.mark.parametrize("shared_town", ["sqlite"], indirect=True)
TOOLS = ["add_task", "list_tasks", "complete_task", "update_task", "delete_task", "undo"]


async def talk(laptop: Remote, era: str, calls: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    script = FOLDER / "typescript.mjs"
    status, said = await run(script, f"{laptop.address}/mcp", laptop.token, era, json.dumps(calls))
    assert status == 0, said
    told: dict[str, Any] = json.loads(said)
    return told


@pytest.mark.parametrize(
    ("era", "version", "actor"),
    [("legacy", "2025-11-25", "mcp:Laptop"), ("2026-07-28", "2026-07-28", "mcp:typescript")],
)
async def test_every_tool(ada: Person, laptop: Remote, era: str, version: str, actor: str) -> None:
    told = await talk(
        laptop,
        era,
        [
            ("add_task", {"title": "Milk", "due": "tomorrow at 5pm"}),
            ("update_task", {"task": "milk", "priority": "high"}),
            ("complete_task", {"task": "milk"}),
            ("list_tasks", {"status": "done"}),
            ("delete_task", {"task": "milk"}),
            ("undo", {}),
            ("add_task", {}),
            ("destroy", {}),
        ],
    )
    *answers, unfit, unknown = told["answers"]
    assert (told["version"], told["tools"]) == (version, TOOLS)
    assert [answer.get("isError", False) for answer in answers] == [False] * 6
    assert answers[3]["structuredContent"]["tasks"][0]["due"] == "2026-11-24T17:00"
    assert (unfit["isError"], unfit["structuredContent"]["error"]) == (True, "invalid")
    assert "There is no tool 'destroy'" in unknown["error"]
    assert await ada.titles(status="done") == ["Milk"]
    assert {event["actor"] for event in await ada.events()} == {actor}
