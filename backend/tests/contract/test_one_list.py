"""Every route and every tool, tried with a token of the owner's own that is for another list alone."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from contract.conftest import Owner, stored
from contract.test_isolation import send
from contract.test_tools import CALLS
from contract.ways import WAYS
from fixtures.people import Join, Person, Town

BEYOND = ("conversation", "/api/chat", "/approve", "/reject", "/stop", "/stream")
"""Of everything at once: closed to such a token, rather than empty."""


@dataclass(frozen=True, slots=True)
class Within:
    """A program of the owner's, for the list "Within" alone."""

    owner: Owner
    program: Person
    token: str

    async def rows(self, town: Town) -> dict[str, list[Any]]:
        found = await stored(town, self.owner.person.caller.user_id)
        return {name: rows for name, rows in found.items() if name != "access_tokens"}  # which note their use


@pytest.fixture
async def within(owner: Owner, join: Join) -> Within:
    lists = (await owner.person.get("/api/lists"))["items"]
    inside = next((found for found in lists if found["name"] == "Within"), None)
    inside = inside or await owner.person.post("/api/lists", name="Within")
    scopes = ["read", "write"]
    made = await owner.person.post("/api/tokens", name="program", scopes=scopes, list_id=inside["id"])
    program = await join(cookies={}, headers={"Authorization": f"Bearer {made['token']}"})
    return Within(owner, program, made["token"])


async def test_other_lists_are_not_there(town: Town, within: Within) -> None:
    before = await within.rows(town)
    for call, way in WAYS.items():
        if way.kind in ("open", "stream", "protocol"):
            continue
        answer = await send(within.program.client, call, way, within.owner)
        if (
            way.kind == "account"
            or any(part in call for part in BEYOND)
            or call in ("POST /api/tasks", "POST /api/lists")
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), (call, answer.text)
        elif way.kind == "theirs":
            assert answer.status_code in (403, 404), (call, answer.text)
        else:
            assert answer.status_code == 200, (call, answer.text)
        for secret in ("owned", *within.owner.things.values()):
            assert secret not in answer.text, call
    assert await within.rows(town) == before


async def test_nor_for_the_tools(town: Town, within: Within, serve: Callable[[FastAPI], Awaitable[str]]) -> None:
    before, address = await within.rows(town), await serve(town.app)
    headers = {"Authorization": f"Bearer {within.token}", "Accept": "application/json"}
    for tool, tried in CALLS.items():
        for arguments in map(within.owner.fill, tried):
            params = {"name": tool, "arguments": arguments}
            message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
            asked = asyncio.to_thread(httpx2.post, f"{address}/mcp", json=message, headers=headers, timeout=20)
            told = (await asked).json()["result"]
            assert told.get("isError", False) == (tool != "list_tasks"), told
            said = json.dumps(told).replace(json.dumps(arguments), "")
            assert "owned text" not in said
            assert within.owner.things["list_id"] not in said
    assert await within.rows(town) == before


async def test_a_feed_tells_of_its_own_acts_alone(
    town: Town, within: Within, join: Join, serve: Callable[[FastAPI], Awaitable[str]]
) -> None:
    address, transport = await serve(town.app), httpx2.AsyncHTTPTransport()
    headers = {"Authorization": f"Bearer {within.token}"}
    reader = await join(cookies={}, headers=headers, base_url=address, transport=transport)
    async with reader.client.stream("GET", "/api/events", params={"after": 0}, timeout=10) as answer:
        lines = answer.aiter_lines()
        made = await within.program.add("inside")
        seen = ""
        while "inside" not in seen:
            seen += await anext(lines)
    assert "owned" not in seen
    await within.owner.person.client.delete(f"/api/tasks/{made['id']}")
