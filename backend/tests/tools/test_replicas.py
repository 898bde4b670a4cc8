"""Nothing of a client is kept: whichever replica a request reaches, it is answered."""

from collections.abc import Awaitable, Callable
from itertools import cycle

import httpx2
import pytest
from fastapi import FastAPI
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from fixtures.clients import SignUp, StartApp
from tools.remote import ERAS, Era


class EachInTurn(httpx2.AsyncBaseTransport):
    """A load balancer without sticky sessions."""

    def __init__(self, addresses: list[str]) -> None:
        self._turn = cycle(map(httpx2.URL, addresses))
        self._sender = httpx2.AsyncHTTPTransport()
        self.asked: set[int | None] = set()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        replica = next(self._turn)
        self.asked.add(replica.port)
        request.url = request.url.copy_with(port=replica.port)
        return await self._sender.handle_async_request(request)

    async def aclose(self) -> None:
        await self._sender.aclose()


@pytest.mark.parametrize("era", ERAS)
async def test_any_replica_answers(
    start_app: StartApp, sign_up: SignUp, serve: Callable[[FastAPI], Awaitable[str]], era: Era
) -> None:
    replicas = [await start_app(), await start_app()]
    ada = await sign_up(app=replicas[0])
    made = (await ada.post("/api/tokens", json={"name": "Laptop", "scopes": ["read", "write"]})).json()
    balancer = EachInTurn([await serve(replica) for replica in replicas])
    headers = {"Authorization": f"Bearer {made['token']}"}
    async with (
        httpx2.AsyncClient(transport=balancer, headers=headers, timeout=30) as http,
        Client(streamable_http_client("http://127.0.0.1/mcp", http_client=http), mode=era) as client,
    ):
        for number in range(4):
            await client.call_tool("add_task", {"title": f"Task {number}"})
        for _ in range(2):
            found = (await client.call_tool("list_tasks", {})).structured_content
            assert found is not None
            assert found["total"] == 4
    assert len(balancer.asked) == 2
