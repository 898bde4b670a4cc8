"""The live feed over a real server: prompt, complete, in order, and gone when nobody reads it."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import httpx2
import pytest
from fastapi import FastAPI

from fixtures.clients import StartApp
from fixtures.people import settle
from todo.accounts.cookies import NAME
from todo.history.service import feed_key, own_turn
from todo.kit.caller import Caller
from todo.kit.notices import Notices

Serve = Callable[[FastAPI], Awaitable[str]]


class Reader:
    """An open feed: what it said, read one event at a time."""

    def __init__(self, lines: AsyncIterator[str]) -> None:
        self._lines = lines

    async def next(self) -> dict[str, str]:
        """The next event's fields. Raises StopAsyncIteration at the end of the stream."""
        fields: dict[str, str] = {}
        async with asyncio.timeout(20):
            while True:
                line = await anext(self._lines)
                if line.startswith(":"):
                    continue
                if line:
                    name, _, value = line.partition(": ")
                    fields[name] = value
                elif fields:
                    return fields

    async def changes(self, count: int) -> list[Any]:
        found = [await self.next() for _ in range(count)]
        assert [event["event"] for event in found] == ["change"] * count
        changed = [json.loads(event["data"]) for event in found]
        assert [event["id"] for event in found] == [str(change["seq"]) for change in changed]
        return changed


class Street:
    """People with browsers that speak to real servers on one database."""

    def __init__(self, caller: Caller, secret: str) -> None:
        self.caller = caller
        self._secret = secret

    @asynccontextmanager
    async def browser(self, address: str) -> AsyncIterator[httpx2.AsyncClient]:
        options: dict[str, Any] = {"headers": {"X-CSRF": "1"}, "cookies": {NAME: self._secret}}
        async with httpx2.AsyncClient(base_url=address, **options) as client:
            yield client

    @asynccontextmanager
    async def feed(self, address: str, after: int | None = None, **headers: str) -> AsyncIterator[Reader]:
        query = {} if after is None else {"after": after}
        async with (
            self.browser(address) as client,
            client.stream("GET", "/api/events", params=query, headers=headers, timeout=30) as answer,
        ):
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield Reader(answer.aiter_lines())

    async def add(self, address: str, *titles: str) -> None:
        async with self.browser(address) as client:
            for title in titles:
                (await client.post("/api/tasks", json={"title": title, "list": None})).raise_for_status()


@pytest.fixture
async def street(app: FastAPI) -> Street:
    return Street(*await settle(app, "Europe/Berlin"))


def _titles(changes: list[Any]) -> list[str]:
    return [change["after"]["title"] for change in changes]


async def test_a_change_shows_in_every_open_feed_of_its_person_alone(
    app: FastAPI, street: Street, serve: Serve
) -> None:
    address = await serve(app)
    other = Street(*await settle(app, "UTC"))
    async with street.feed(address) as one, street.feed(address) as two, other.feed(address) as theirs:
        for reader in (one, two, theirs):
            ready = await reader.next()
            assert (ready["event"], json.loads(ready["data"])) == ("ready", {"seq": 0})
        await street.add(address, "a")
        for reader in (one, two):
            changes = await reader.changes(1)
            assert _titles(changes) == ["a"]
            assert not [key for key in changes[0]["after"] if key.startswith("_")]
        await other.add(address, "theirs")
        assert _titles(await theirs.changes(1)) == ["theirs"]


async def test_a_change_at_one_server_shows_at_another(
    app: FastAPI, street: Street, serve: Serve, start_app: StartApp, database_url: str
) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite has one process by nature")
    here, there = await serve(app), await serve(await start_app())
    async with street.feed(there) as reader:
        await reader.next()
        await asyncio.gather(*(street.add(here, f"{number}") for number in range(10)))
        assert sorted(_titles(await reader.changes(10))) == sorted(str(number) for number in range(10))


@pytest.mark.parametrize("by", ["after", "header"])
async def test_who_comes_back_catches_up(app: FastAPI, street: Street, serve: Serve, by: str) -> None:
    address = await serve(app)
    await street.add(address, "before")
    async with street.feed(address) as reader:
        assert (await reader.next())["id"] == "1"
        await street.add(address, "a")
        (seen,) = await reader.changes(1)
    await street.add(address, *"bcd")
    again = {"after": seen["seq"]} if by == "after" else {"Last-Event-ID": str(seen["seq"])}
    async with street.feed(address, **again) as reader:
        assert (await reader.next())["event"] == "ready"
        assert _titles(await reader.changes(3)) == ["b", "c", "d"]
        await street.add(address, "e")
        assert _titles(await reader.changes(1)) == ["e"]


async def test_a_number_never_reached_is_read_as_the_newest(app: FastAPI, street: Street, serve: Serve) -> None:
    address = await serve(app)
    await street.add(address, "a")
    for odd in ({"after": 2**62}, {"Last-Event-ID": "9" * 40}):
        async with street.feed(address, **odd) as reader:
            assert json.loads((await reader.next())["data"])["seq"] >= 1
            await street.add(address, "b")
            assert _titles(await reader.changes(1)) == ["b"]


async def test_a_long_absence_is_caught_up_in_order(app: FastAPI, street: Street, serve: Serve) -> None:
    address = await serve(app)
    services = app.state.services
    for number in range(450):
        await services.tasks.create(street.caller, {"title": str(number)}, own_turn())
    async with street.feed(address, after=0) as reader:
        await reader.next()
        assert _titles(await reader.changes(450)) == [str(number) for number in range(450)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_nothing_is_lost_while_the_listener_is_cut_off(
    app: FastAPI, street: Street, serve: Serve, start_app: StartApp, database_url: str
) -> None:
    here, there = await serve(app), await serve(await start_app())
    admin = await asyncpg.connect(database_url)
    async with street.feed(there) as reader:
        await reader.next()
        for number in range(3):
            ended = await admin.fetchval(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                " AND datname = current_database()"
            )
            assert ended >= 1 or number
            await street.add(here, f"{number}")
            assert _titles(await reader.changes(1)) == [str(number)]
    await admin.close()


async def test_a_closed_feed_leaves_no_listener_behind(app: FastAPI, street: Street, serve: Serve) -> None:
    address = await serve(app)
    notices: Notices = app.state.services.notices
    key = feed_key(street.caller.user_id)
    async with street.feed(address) as one, street.feed(address) as two:
        await asyncio.gather(one.next(), two.next())
        assert notices.listeners(key) == 2
    async with asyncio.timeout(10):
        while notices.listeners(key):  # noqa: ASYNC110 - nobody is told of it
            await asyncio.sleep(0.01)


async def test_many_readers_all_see_the_change(app: FastAPI, street: Street, serve: Serve) -> None:
    address = await serve(app)
    ready = asyncio.Barrier(26)

    async def read() -> list[str]:
        async with street.feed(address) as reader:
            await reader.next()
            await ready.wait()
            return _titles(await reader.changes(2))

    reading = [asyncio.create_task(read()) for _ in range(25)]
    await ready.wait()
    await street.add(address, "a", "b")
    assert await asyncio.gather(*reading) == [["a", "b"]] * 25


async def test_a_feed_ends_with_its_session(app: FastAPI, street: Street, serve: Serve) -> None:
    address = await serve(app)
    async with street.feed(address) as reader:
        await reader.next()
        async with street.browser(address) as client:
            (await client.post("/api/auth/logout")).raise_for_status()
        await app.state.services.tasks.create(street.caller, {"title": "later"}, own_turn())
        with pytest.raises(StopAsyncIteration):
            await reader.next()
