import asyncio

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, select, update

from todo.errors import DatabaseUnavailable
from todo.kit.database import Database, after_commit

counters = Table("test_counters", MetaData(), Column("value", Integer, nullable=False))


@pytest.fixture
async def database(database: Database) -> Database:
    """The product's tables, and one that knows nothing of it."""
    async with database.write() as transaction:
        await transaction.run_sync(counters.create)
    return database


async def test_concurrent_read_modify_write_loses_no_update(database: Database) -> None:
    async with database.write() as transaction:
        await transaction.execute(counters.insert().values(value=0))

    async def increment() -> None:
        async with database.write() as transaction:
            value = (await transaction.execute(select(counters.c.value).with_for_update())).scalar_one()
            await transaction.execute(update(counters).values(value=value + 1))

    await asyncio.gather(*(increment() for _ in range(30)))
    async with database.read() as connection:
        assert (await connection.execute(select(counters.c.value))).scalar_one() == 30


async def test_a_transaction_that_raises_stores_nothing_and_calls_nobody(database: Database) -> None:
    called: list[str] = []

    async def break_off() -> None:
        async with database.write() as transaction:
            await transaction.execute(counters.insert().values(value=1))
            after_commit(transaction, lambda: called.append("committed"))
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        await break_off()
    async with database.read() as connection:
        assert (await connection.execute(select(counters.c.value))).first() is None
    assert called == []


async def test_after_commit_is_called_once_the_row_is_there(database: Database) -> None:
    called: list[str] = []
    async with database.write() as transaction:
        after_commit(transaction, lambda: called.append("committed"))
        assert called == []
    async with database.write():
        pass
    assert called == ["committed"]


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    database = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(DatabaseUnavailable, match="try again"):
        await database.ping()
    await database.close()
