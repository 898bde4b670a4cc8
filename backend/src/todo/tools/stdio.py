"""`todo mcp`: MCP on standard input and output for desktop clients, passed on to `/mcp` of a running app.

So a desktop client does what every other one does: with a token, in the history, seen live in every open tab. Messages
go through as they are, in either era of the protocol; the SDK, which takes a second to import, is not needed for that.
"""

import asyncio
import json
import sys
import threading
from collections.abc import Mapping
from typing import Any, BinaryIO

import httpx2

from todo.tools.envelope import PARSE_ERROR
from todo.tools.relay import Relay

DEFAULT_URL = "http://localhost:3000"
_SECONDS = 60.0
_MAKE_ONE = "Make one in the app's settings."


def main(environment: Mapping[str, str]) -> int:
    """Serve until standard input ends; 1, and one line on standard error, when there is no app or no way in."""
    url = environment.get("TODO_URL", "").strip() or DEFAULT_URL
    token = environment.get("TODO_TOKEN", "").strip()
    if not token:
        return _give_up(f"TODO_TOKEN is not set. {_MAKE_ONE}")
    if not url.startswith(("http://", "https://")) or not token.isascii() or not token.isprintable():
        return _give_up(
            "TODO_URL is an address such as http://localhost:3000, and TODO_TOKEN a token such as todo_pat_…"
        )
    try:
        return asyncio.run(_serve(url.rstrip("/").removesuffix("/mcp"), token))
    except KeyboardInterrupt:
        return 130


async def _serve(url: str, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx2.AsyncClient(headers=headers, timeout=_SECONDS) as http:
        relay = Relay(http, url)
        problem = await relay.check()
        if problem is not None:
            return _give_up(problem)
        answering: set[asyncio.Task[None]] = set()
        lines = _lines(sys.stdin.buffer)
        while line := await lines.get():
            task = asyncio.create_task(_answer(relay, line))
            answering.add(task)
            task.add_done_callback(answering.discard)
        await asyncio.gather(*answering)
    return 0


async def _answer(relay: Relay, line: bytes) -> None:
    try:
        message: Any = json.loads(line)
    except (ValueError, RecursionError):
        return _write({"jsonrpc": "2.0", "id": None, "error": {"code": PARSE_ERROR, "message": "This is no JSON."}})
    answer = await relay.pass_on(message)
    if answer is not None:
        _write(answer)
    return None


def _write(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def _lines(source: BinaryIO) -> "asyncio.Queue[bytes]":
    """Lines as they come, and nothing at the end; read in a thread that does not keep the process alive."""
    lines: asyncio.Queue[bytes] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in source:
            if line.strip():
                loop.call_soon_threadsafe(lines.put_nowait, line)
        loop.call_soon_threadsafe(lines.put_nowait, b"")

    threading.Thread(target=read, daemon=True).start()
    return lines


def _give_up(problem: str) -> int:
    sys.stderr.write(f"todo: {problem}\n")
    return 1
