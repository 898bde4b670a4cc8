import asyncio
from collections.abc import AsyncIterator

import pytest

from todo.health.readiness import SECONDS, Readiness
from todo.kit.database import Database


@pytest.fixture
async def silent_server() -> AsyncIterator[str]:
    """Takes connections and never says a word, as a database behind a broken network does."""
    writers: list[asyncio.StreamWriter] = []

    async def hold(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)

    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    yield f"postgresql://nobody@127.0.0.1:{port}/none"
    for writer in writers:
        writer.close()
    server.close()
    await server.wait_closed()


async def test_a_database_that_hangs_is_not_connected(silent_server: str) -> None:
    database = Database(silent_server)
    readiness = Readiness(database)
    async with asyncio.timeout(1.0):  # the promise of /ready
        assert await readiness.connected() is False
    await readiness.close()
    await database.close()


async def test_many_questions_to_a_database_that_hangs_are_one(silent_server: str) -> None:
    database = Database(silent_server)
    readiness = Readiness(database)
    before = asyncio.all_tasks()
    assert await asyncio.gather(*(readiness.connected() for _ in range(20))) == [False] * 20
    assert len(asyncio.all_tasks() - before) == 1
    await readiness.close()
    await database.close()


async def test_a_database_that_comes_back_is_connected_again(database: Database) -> None:
    readiness = Readiness(database)
    assert await readiness.connected() is True
    async with asyncio.timeout(SECONDS):
        assert await readiness.connected() is True
