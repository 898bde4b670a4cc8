"""The migrations make exactly the tables that the code declares, up and down, on both databases."""

import asyncio
import sys
from collections.abc import Sequence
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from todo.kit.columns import metadata
from todo.kit.database import Database
from todo.migrating import current_revision, migrate, migrate_if_behind, newest_revision


async def tables(url: str) -> set[str]:
    return set(await _ask(url, lambda connection: inspect(connection).get_table_names()))


async def differences(url: str) -> Sequence[Any]:
    """What autogenerate would still change."""

    def compare(connection: Connection) -> Sequence[Any]:
        spelled_alike = connection.dialect.name == "postgresql"  # SQLite writes `false` as it was given, or as 0
        options = {"compare_type": True, "compare_server_default": spelled_alike}
        context = MigrationContext.configure(connection, opts=options)
        found: Sequence[Any] = compare_metadata(context, metadata)
        return found

    return await _ask(url, compare)  # type: ignore[no-any-return]


async def _ask(url: str, question: Any) -> Any:
    database = Database(url, pool_size=1)
    try:
        async with database.read() as connection:
            return await connection.run_sync(question)
    finally:
        await database.close()


async def test_up_down_and_up_again(empty_database_url: str) -> None:
    url = empty_database_url
    assert await asyncio.to_thread(current_revision, url) is None
    for _ in range(2):
        await asyncio.to_thread(migrate, url)
        assert await tables(url) == {*metadata.tables, "alembic_version"}
        assert await differences(url) == []
        assert await asyncio.to_thread(current_revision, url) == newest_revision()
        await asyncio.to_thread(migrate, url, "base")
        assert await tables(url) == {"alembic_version"}
        assert await asyncio.to_thread(current_revision, url) is None


async def test_what_is_up_to_date_stays_as_it_is(database_url: str) -> None:
    await asyncio.to_thread(migrate_if_behind, database_url)
    await asyncio.to_thread(migrate, database_url)
    assert await asyncio.to_thread(current_revision, database_url) == newest_revision()


async def test_processes_that_migrate_at_once_take_turns(empty_database_url: str) -> None:
    code = "import sys; from todo.migrating import migrate; migrate(sys.argv[1])"
    command = (sys.executable, "-c", code, empty_database_url)
    started = [await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE) for _ in range(2)]
    said = await asyncio.gather(*(process.communicate() for process in started))
    assert [process.returncode for process in started] == [0, 0], said
    assert await differences(empty_database_url) == []


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_whatever_is_a_persons_goes_with_them(table: str) -> None:
    """So deleting a person needs no list of tables."""
    column = metadata.tables[table].c.get("user_id")
    if column is not None:
        assert [key.ondelete for key in column.foreign_keys] == ["CASCADE"]
    else:
        assert table in ("users", "rate_limits", "oauth_clients")
