"""What a model is shown before it says a word: small, flat, and honest about what a tool does."""

import json
from typing import Any

import pytest

from todo.tools.server import INSTRUCTIONS
from tools.calling import Tools

CHARACTERS_PER_TOKEN = 3
"""English prose has four to a token and JSON a little over three, by the tokenizers of the larger models."""
NAMES = ["add_task", "list_tasks", "complete_task", "update_task", "delete_task", "undo"]


async def schemas(tools: Tools) -> list[dict[str, Any]]:
    async with tools.client() as client:
        found = (await client.list_tools()).tools
    return [tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in found]


async def test_under_two_thousand_tokens(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    surface = json.dumps(await schemas(tools), separators=(",", ":")) + INSTRUCTIONS
    tokens = len(surface) // CHARACTERS_PER_TOKEN
    with capsys.disabled():
        print(f"\n[the tools take about {tokens:,} tokens: {len(surface):,} characters]", end=" ")  # noqa: T201 - a figure to be seen
    assert tokens < 2000


async def test_names_and_hints(tools: Tools) -> None:
    found = {tool["name"]: tool["annotations"] for tool in await schemas(tools)}
    assert list(found) == NAMES
    assert [name for name, hints in found.items() if hints["readOnlyHint"]] == ["list_tasks"]
    assert [name for name, hints in found.items() if hints["destructiveHint"]] == ["delete_task"]
    assert [name for name, hints in found.items() if not hints["idempotentHint"]] == ["add_task", "undo"]
    assert not any(hints["openWorldHint"] for hints in found.values())


async def test_schemas_are_flat(tools: Tools) -> None:
    flat = {"string", "boolean", "integer", "array"}
    for tool in await schemas(tools):
        text = json.dumps(tool["inputSchema"])
        assert not any(word in text for word in ("anyOf", "oneOf", "allOf", "$ref", "$defs", "null"))
        assert {field["type"] for field in tool["inputSchema"]["properties"].values()} <= flat
        assert len(tool["inputSchema"].get("required", [])) <= 1
        assert tool["description"].endswith(".")
