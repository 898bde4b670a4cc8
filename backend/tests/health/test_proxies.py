from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request

SEEN_BY_A_PROXY = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "todo.example.org",
}


@pytest.fixture
def seen(app: FastAPI, connect: Callable[..., httpx2.AsyncClient]) -> Callable[[str], Any]:
    """What the app takes a request for that comes from `address`."""

    async def echo(request: Request) -> list[str]:
        assert request.client is not None
        return [request.client.host, request.url.scheme, request.headers["host"]]

    app.add_api_route("/api/echo", echo)

    async def ask(address: str) -> Any:
        return (await connect(address=address).get("/api/echo", headers=SEEN_BY_A_PROXY)).json()

    return ask


async def test_a_trusted_proxy_is_believed(seen: Callable[[str], Any]) -> None:
    assert await seen("127.0.0.1") == ["203.0.113.9", "https", "todo.example.org"]


async def test_anybody_else_is_not(seen: Callable[[str], Any]) -> None:
    assert await seen("192.0.2.1") == ["192.0.2.1", "http", "todo.test"]
