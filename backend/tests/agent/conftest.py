"""Conversations with one app per database, each by a person of their own: what was said before is nobody else's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count

import httpx2
import pytest
from fastapi import FastAPI

from agent.talk import Talk
from fixtures.clients import BASE_URL, PASSWORD, SECRET, SettableClock, running
from fixtures.databases import empty_database
from todo.kit.columns import metadata
from todo.kit.database import Database
from todo.main import create_app
from todo.settings import Settings

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class House:
    """An app that many tests talk to, and its clock."""

    app: FastAPI
    clock: SettableClock


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
async def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    if request.param == "sqlite":
        async with _open(f"sqlite:///{tmp_path_factory.mktemp('talks') / 'todo.db'}") as house:
            yield house
        return
    async with empty_database(request.getfixturevalue("postgres_url")) as url, _open(url) as house:
        yield house


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[House]:
    database = Database(url)
    async with database.write() as transaction:
        await transaction.run_sync(metadata.create_all)
    await database.close()
    clock = SettableClock()
    app = create_app(Settings(database_url=url, jwt_secret=SECRET, rate_limits="off"), clock=clock)
    async with running(app):
        yield House(app, clock)


@pytest.fixture
def now(house: House) -> SettableClock:
    """The house's clock: Monday 23 November 2026, 10:00 in Berlin, unless the test moves it."""
    house.clock.now = SettableClock().now
    return house.clock


@pytest.fixture
async def talk(house: House, now: SettableClock) -> AsyncIterator[Talk]:
    """A conversation of a person in Berlin who has no tasks yet."""
    transport = httpx2.ASGITransport(house.app)
    async with httpx2.AsyncClient(transport=transport, base_url=BASE_URL, headers={"X-CSRF": "1"}) as client:
        person = {"email": f"talker{next(_numbers)}@example.org", "password": PASSWORD, "time_zone": "Europe/Berlin"}
        (await client.post("/api/auth/register", json=person)).raise_for_status()
        yield Talk(client)
