"""The database goes away while a turn is at work: the person is told, receipts stay true, the answer is stored."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import asyncpg
import pytest

from agent.talk import Talk, parsed
from agent.test_turns import busy, many
from fixtures.clients import SignUp

_LOCKED_SECONDS = 5.5
"""A little longer than a writer waits for SQLite's lock."""
_AWAY_SECONDS = 0.3


@asynccontextmanager
async def away(url: str) -> AsyncIterator[None]:
    """While the block runs, nothing can be stored at `url`."""
    if url.startswith("sqlite"):
        file = url.removeprefix("sqlite:///")
        lock = sqlite3.connect(file, isolation_level=None, timeout=5, check_same_thread=False)
        await asyncio.to_thread(lock.execute, "BEGIN IMMEDIATE")  # beside the loop: the app has to let go of it first
        yield
        lock.execute("ROLLBACK")
        lock.close()
        return
    parts = urlsplit(url)
    name = parts.path.removeprefix("/")
    admin = await asyncpg.connect(parts._replace(path="/postgres").geturl())
    await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    await admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", name)
    yield
    await admin.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    await admin.close()


@pytest.fixture
async def ada(sign_up: SignUp) -> Talk:
    return Talk(await sign_up())


async def test_away_in_mid_turn(ada: Talk, database_url: str) -> None:
    await many(ada, 20)
    answer, turn_id = await busy(ada)
    while len(await ada.tasks()) == 20:  # noqa: ASYNC110 - over HTTP
        await asyncio.sleep(0.01)
    async with away(database_url):
        await asyncio.sleep(_LOCKED_SECONDS if database_url.startswith("sqlite") else _AWAY_SECONDS)
    events = parsed((await answer).text)
    (error,) = [event.data for event in events if event.name == "error"]
    assert error["code"] in ("database_unavailable", "database_busy")
    assert error["message"].endswith("What has a receipt was done; say the rest again.")

    stored = (await ada.messages())[-1]
    receipts = [event for event in stored["events"] if event["event"] == "receipt"]
    assert (stored["turn_id"], stored["status"]) == (turn_id, "failed")
    assert len(receipts) == sum(event.name == "receipt" for event in events) == 20 - len(await ada.tasks())
    assert (await ada.say("hello")).text.startswith("Hello")


async def test_away_before_the_message_is_stored(ada: Talk, database_url: str) -> None:
    await ada.say("hello")
    async with away(database_url):
        answer = await ada.client.post("/api/chat", json={"message": "add chalk"})
    assert answer.status_code == 503
    assert answer.json()["code"] in ("database_unavailable", "database_busy")
    assert await ada.titles() == []
