"""The Python SDK's own client, which knows nothing but the address of /mcp, against a real server."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx2
import pytest
from fastapi import FastAPI
from mcp import Client
from mcp.client.auth import OAuthClientProvider
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.auth import AuthorizationCodeResult, OAuthClientInformationFull, OAuthClientMetadata, OAuthToken
from pydantic import AnyUrl

from fixtures.people import Join, Person, Town
from oauth.connecting import allowed, answer_in
from tools.remote import ERAS, Era


@dataclass
class Desk:
    """Where the client keeps its registration and its tokens, and whose browser it opens."""

    address: str
    person: Person
    tokens: OAuthToken | None = None
    client: OAuthClientInformationFull | None = None
    asked: list[str] = field(default_factory=list)
    auth: OAuthClientProvider | None = None

    async def get_tokens(self) -> OAuthToken | None:
        return self.tokens

    async def set_tokens(self, tokens: OAuthToken) -> None:
        self.tokens = tokens

    async def get_client_info(self) -> OAuthClientInformationFull | None:
        return self.client

    async def set_client_info(self, client_info: OAuthClientInformationFull) -> None:
        self.client = client_info

    async def open_browser(self, url: str) -> None:
        self.asked.append(url)

    async def wait_for_answer(self) -> AuthorizationCodeResult:
        """The person reads what is asked, and says yes."""
        url = self.asked[-1]
        assert url.startswith(f"{self.address}/connect?")
        asked = answer_in(url)
        question = await self.person.get("/api/oauth/authorization", **asked)
        said = answer_in(await allowed(self.person, asked, *question["scopes"]))
        return AuthorizationCodeResult(code=said["code"], state=said["state"], iss=said["iss"])

    @asynccontextmanager
    async def connected(self, era: Era) -> AsyncIterator[Client]:
        """A client that was started just now."""
        metadata = OAuthClientMetadata(client_name="Desk", redirect_uris=[AnyUrl("http://localhost:3030/callback")])
        url = f"{self.address}/mcp"
        self.auth = OAuthClientProvider(url, metadata, self, self.open_browser, self.wait_for_answer)
        async with (
            httpx2.AsyncClient(auth=self.auth, timeout=30) as http,
            Client(streamable_http_client(url, http_client=http), mode=era) as client,
        ):
            yield client


@pytest.fixture
async def desk(town: Town, join: Join, serve: Callable[[FastAPI], Awaitable[str]]) -> Desk:
    address = await serve(town.app)
    return Desk(address, await join(base_url=address))


@pytest.mark.parametrize("era", ERAS)
async def test_it_finds_its_way_from_the_address_alone(desk: Desk, era: Era) -> None:
    async with desk.connected(era) as client:
        assert len((await client.list_tools()).tools) == 6
        added = (await client.call_tool("add_task", {"title": "Milk", "due": "tomorrow"})).structured_content
    assert added is not None
    assert await desk.person.titles() == ["Milk"]
    assert (await desk.person.events())[0]["actor"].startswith("mcp:")
    (connection,) = (await desk.person.get("/api/connections"))["items"]
    assert connection["name"] == "Desk"
    assert connection["destination"] == {"kind": "computer", "name": "localhost"}

    async with desk.connected(era) as client:
        assert (await client.call_tool("list_tasks")).structured_content is not None
    assert len(desk.asked) == 1, "tokens outlive the client"


@pytest.mark.parametrize("era", ERAS)
async def test_it_refreshes_by_itself(desk: Desk, town: Town, era: Era) -> None:
    async with desk.connected(era) as client:
        await client.list_tools()
        first = desk.tokens
        assert desk.auth is not None
        desk.auth.context.token_expiry_time = 1  # it looks at the system's clock
        town.clock.advance(hours=2)
        await client.call_tool("add_task", {"title": "Eggs"})
    assert first is not None
    assert desk.tokens is not None
    assert desk.tokens.refresh_token != first.refresh_token
    assert len(desk.asked) == 1, "the person was not asked again"
    assert await desk.person.titles() == ["Eggs"]


async def test_disconnected_it_has_to_ask_again(desk: Desk) -> None:
    async with desk.connected("2026-07-28") as client:
        await client.list_tools()
        (connection,) = (await desk.person.get("/api/connections"))["items"]
        assert (await desk.person.client.delete(f"/api/connections/{connection['id']}")).status_code == 204
        await client.call_tool("list_tasks")
    assert len(desk.asked) == 2
    (again,) = (await desk.person.get("/api/connections"))["items"]
    assert again["id"] != connection["id"]
