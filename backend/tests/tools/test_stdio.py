"""`todo mcp` as a desktop client runs it: a process, its standard streams, and nothing but the protocol on them."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.types import Implementation

from fixtures.people import Person
from tools.remote import ERAS, Era, Remote

pytestmark = pytest.mark.parametrize("shared_town", ["sqlite"], indirect=True)
COMMAND = [str(Path(sys.executable).with_name("todo")), "mcp"]


@asynccontextmanager
async def desktop(remote: Remote, era: Era) -> AsyncIterator[Client]:
    environment = {"TODO_URL": remote.address, "TODO_TOKEN": remote.token}
    server = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=environment)
    async with Client(
        stdio_client(server), mode=era, client_info=Implementation(name="Desktop", version="1")
    ) as client:
        yield client


async def run(told: bytes, **environment: str) -> tuple[int | None, bytes, bytes]:
    """The exit status, and what was said on both streams."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TODO_")}
    process = await asyncio.create_subprocess_exec(
        *COMMAND, env=clean | environment,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complained = await process.communicate(told)
    return process.returncode, said, complained


@pytest.mark.parametrize("era", ERAS)
async def test_every_tool(ada: Person, laptop: Remote, era: Era) -> None:
    async with desktop(laptop, era) as client:
        assert client.protocol_version == {"legacy": "2025-11-25"}.get(era, era)
        names = {tool.name for tool in (await client.list_tools()).tools}
        for name, arguments in (
            ("add_task", {"title": "Käse kaufen", "due": "tomorrow"}),
            ("update_task", {"task": "käse", "priority": "high"}),
            ("complete_task", {"task": "käse"}),
            ("list_tasks", {"status": "done"}),
            ("delete_task", {"task": "käse"}),
            ("undo", {}),
        ):
            names.remove(name)
            result = await client.call_tool(name, arguments)
            assert result.is_error is False, result
    assert names == set()
    assert await ada.titles(status="done") == ["Käse kaufen"]
    assert {event["actor"] for event in await ada.events()} == {"mcp:Desktop"}


async def test_nothing_but_the_protocol_is_said(laptop: Remote) -> None:
    told = (
        b'{"jsonrpc":"2.0","id":7,"method":"ping"}\n\nrubbish\n'
        b'{"jsonrpc":"2.0","method":"notifications/initialized"}\n[]\n'
    )
    status, said, complained = await run(told, TODO_URL=f"{laptop.address}/mcp", TODO_TOKEN=laptop.token)
    answers: list[dict[str, Any]] = [json.loads(line) for line in said.splitlines()]
    assert (status, complained) == (0, b"")
    assert {"jsonrpc": "2.0", "id": 7, "result": {}} in answers
    assert sorted(answer["error"]["code"] for answer in answers if "error" in answer) == [-32700, -32600]


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({}, "TODO_TOKEN is not set. Make one in the app's settings."),
        ({"TODO_TOKEN": "x", "TODO_URL": "localhost"}, "TODO_URL is an address such as http://localhost:3000"),
        ({"TODO_TOKEN": "x\ny"}, "TODO_TOKEN a token such as todo_pat_"),
        ({"TODO_TOKEN": "x", "TODO_URL": "http://127.0.0.1:9"}, "No app answers at http://127.0.0.1:9 ("),
    ],
)
async def test_what_is_wrong_is_one_line(shared_town: object, environment: dict[str, str], complaint: str) -> None:
    status, said, complained = await run(b"", **environment)
    assert (status, said, complained.count(b"\n")) == (1, b"", 1)
    assert complained.decode().startswith("todo: ")
    assert complaint in complained.decode()


@pytest.mark.parametrize(
    ("path", "complaint"), [("", "This access token is not valid"), ("/api", "is no to-do app (HTTP status 404)")]
)
async def test_a_wrong_token_or_address(laptop: Remote, path: str, complaint: str) -> None:
    status, said, complained = await run(b"", TODO_URL=laptop.address + path, TODO_TOKEN="todo_pat_wrong")
    assert (status, said, complained.count(b"\n")) == (1, b"", 1)
    assert complaint in complained.decode()


async def test_a_token_revoked_meanwhile_is_an_answer(ada: Person, laptop: Remote) -> None:
    async with desktop(laptop, "legacy") as client:
        await client.call_tool("add_task", {"title": "Milk"})
        (made,) = (await ada.get("/api/tokens"))["items"]
        await ada.client.delete(f"/api/tokens/{made['id']}")
        with pytest.raises(Exception, match="This access token is not valid"):
            await client.call_tool("list_tasks", {})
