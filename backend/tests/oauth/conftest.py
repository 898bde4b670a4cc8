"""Apps that registered, in the town."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx2
import pytest

from fixtures.people import Join, Person, Town
from oauth.connecting import ORIGIN, App, register

MakeApp = Callable[..., Awaitable[App]]


@pytest.fixture
async def http(town: Town) -> AsyncIterator[httpx2.AsyncClient]:
    """Nobody: neither cookie nor header of ours."""
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(town.app), base_url=ORIGIN) as client:
        yield client


@pytest.fixture
async def ada(join: Join) -> Person:
    """A person whose browser is where apps are told that the app is."""
    return await join(base_url=ORIGIN)


@pytest.fixture
async def eve(join: Join) -> Person:
    return await join(base_url=ORIGIN)


@pytest.fixture
def make_app(http: httpx2.AsyncClient) -> MakeApp:
    async def make(**metadata: Any) -> App:
        answer = await register(http, **metadata)
        assert answer.status_code == 201, answer.text
        return App(http, answer.json()["client_id"], answer.json()["redirect_uris"][0])

    return make


@pytest.fixture
async def assistant(make_app: MakeApp) -> App:
    return await make_app(client_name="Assistant")
