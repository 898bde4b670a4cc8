"""Whatever is sent to /mcp, it answers in its protocol and never fails; nobody else's tasks are reached by it."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from contract.conftest import Owner, stored
from contract.test_tools import CALLS
from fixtures.people import Join, Town

INTERNAL_ERROR = -32603
MODERN = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=10,
)
METHODS = st.sampled_from(["initialize", "ping", "tools/list", "tools/call", "server/discover", "prompts/get", "x"])
ARGUMENTS = st.dictionaries(st.sampled_from(["title", "task", "due", "tags", "turn", "limit", "words"]), JSON)
PARAMS = st.fixed_dictionaries(
    {}, optional={"name": st.sampled_from(sorted(CALLS)) | JSON, "arguments": ARGUMENTS | JSON, "_meta": JSON}
)
MESSAGES = st.fixed_dictionaries(
    {"jsonrpc": st.just("2.0") | JSON, "method": METHODS | JSON},
    optional={"id": st.integers() | JSON, "params": PARAMS | JSON},
)


@dataclass(frozen=True, slots=True)
class Program:
    """A client of /mcp that may send anything."""

    http: httpx2.Client

    def send(self, body: str, headers: dict[str, str]) -> httpx2.Response:
        return self.http.post("/mcp", content=body, headers=headers)


@pytest.fixture
async def program(town: Town, join: Join, serve: Callable[[FastAPI], Awaitable[str]]) -> AsyncIterator[Program]:
    person = await join()
    made = await person.post("/api/tokens", name="program", scopes=["read", "write"])
    headers = {"Authorization": f"Bearer {made['token']}", "Content-Type": "application/json", "Accept": "*/*"}
    with httpx2.Client(base_url=await serve(town.app), headers=headers, timeout=20) as http:
        yield Program(http)


@pytest.mark.parametrize("era", ["legacy", "2026-07-28"])
async def test_it_never_fails(town: Town, program: Program, era: str) -> None:
    await asyncio.to_thread(_fuzz, program, era, 150 if town.services.database.is_sqlite else 20)


def _fuzz(program: Program, era: str, examples: int) -> None:
    @seed(1)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(MESSAGES | JSON)
    def ask(message: Any) -> None:
        headers = _modern(message) if era == "2026-07-28" else {}
        answer = program.send(json.dumps(message), headers)
        assert answer.status_code in (200, 202, 400, 404), answer.text
        if answer.status_code != 202:
            told = answer.json()
            assert told["jsonrpc"] == "2.0"
            assert ("result" in told) != ("error" in told)
            assert told.get("error", {}).get("code") != INTERNAL_ERROR, answer.text

    ask()


def _modern(message: Any) -> dict[str, str]:
    """Make `message` one of the later era, where it has the shape for that; the headers that go with it."""
    headers = {"MCP-Protocol-Version": "2026-07-28"}
    if isinstance(message, dict) and isinstance(method := message.get("method"), str):
        headers["Mcp-Method"] = method
        if isinstance(params := message.setdefault("params", {}), dict):
            params["_meta"] = MODERN
            if isinstance(name := params.get("name"), str) and name in CALLS:
                headers["Mcp-Name"] = name
    return {name: value for name, value in headers.items() if value.isascii() and value.isprintable()}


async def test_another_persons_token_finds_nothing_and_changes_nothing(
    town: Town, owner: Owner, program: Program
) -> None:
    before = await stored(town, owner.person.caller.user_id)
    for tool, tried in CALLS.items():
        for arguments in map(owner.fill, tried):
            message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}
            body = json.dumps(message | {"params": {"name": tool, "arguments": arguments}})
            told = (await asyncio.to_thread(program.send, body, {})).json()["result"]
            own = tool in ("add_task", "list_tasks") or not arguments  # undoing what it added itself
            assert told.get("isError", False) is not own, told
            said = json.dumps(told).replace(json.dumps(arguments), "")
            assert "owned text" not in said
            assert owner.things["list_id"] not in said
    assert await stored(town, owner.person.caller.user_id) == before
