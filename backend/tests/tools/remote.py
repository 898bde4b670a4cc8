"""The tools as the world reaches them: the SDK's own client, a real server, a token."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx2
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp.types import Implementation

from fixtures.people import Person
from tools.calling import Answer, answered

Era = Literal["legacy", "2026-07-28"]
ERAS: tuple[Era, ...] = ("legacy", "2026-07-28")
"""With the handshake of 2025 and before, and with each request for itself."""

ACCEPT = {"Accept": "application/json, text/event-stream"}


@dataclass(frozen=True, slots=True)
class Remote:
    """A person's token at a server's address."""

    address: str
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    @asynccontextmanager
    async def client(self, era: Era, name: str = "tests") -> AsyncIterator[Client]:
        """A client that calls itself `name`, where the protocol lets it."""
        headers = {"Authorization": f"Bearer {self.token}", **self.headers}
        async with httpx2.AsyncClient(headers=headers, timeout=30) as http:
            transport = streamable_http_client(f"{self.address}/mcp", http_client=http)
            async with Client(transport, mode=era, client_info=Implementation(name=name, version="1")) as client:
                yield client

    async def call(self, tool: str, era: Era = "2026-07-28", **arguments: Any) -> Answer:
        """Call one tool over a connection of its own."""
        async with self.client(era) as client:
            return answered(await client.call_tool(tool, arguments))

    async def post(self, content: bytes | str, **headers: str) -> httpx2.Response:
        """Send a body as it is."""
        sent = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **ACCEPT, **headers}
        async with httpx2.AsyncClient(timeout=30) as http:
            return await http.post(f"{self.address}/mcp", content=content, headers=sent)


Invite = Callable[..., Awaitable[Remote]]


async def token(person: Person, name: str = "Laptop", **options: Any) -> str:
    """A new personal access token, for reading and writing unless `options` say otherwise."""
    made = await person.post("/api/tokens", **{"name": name, "scopes": ["read", "write"], **options})
    secret: str = made["token"]
    return secret
