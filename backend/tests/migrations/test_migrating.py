"""The migrations make exactly the tables that the code declares, up and down, on both databases."""

import asyncio
import sys
from collections.abc import Sequence
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from todo.cli import main
from todo.kit.columns import metadata
from todo.kit.database import Database
from todo.migrating import current_revision, migrate, migrate_if_behind, newest_revision, wait_for_migration


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


async def test_tables_of_a_later_version_are_left_to_it(database_url: str) -> None:
    database = Database(database_url, pool_size=1)
    async with database.write() as transaction:
        await transaction.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    await asyncio.to_thread(migrate_if_behind, database_url)
    assert await asyncio.to_thread(wait_for_migration, database_url, 0) is None
    assert await asyncio.to_thread(current_revision, database_url) == "9999"


async def test_waiting_ends_when_another_process_has_migrated(empty_database_url: str) -> None:
    problem = await asyncio.to_thread(wait_for_migration, empty_database_url, 0)
    assert problem
    assert f"revision {newest_revision()}" in problem
    waiting = asyncio.create_task(asyncio.to_thread(wait_for_migration, empty_database_url, 30))
    await asyncio.to_thread(migrate, empty_database_url)
    assert await waiting is None


@pytest.mark.parametrize("arguments", [["migrate"], ["migrate", "--wait", "0"]])
async def test_a_database_that_does_not_answer_is_said_in_a_line(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/none")
    assert await asyncio.to_thread(main, arguments) == 1
    said = capsys.readouterr().err
    assert said.startswith("todo: The database")
    assert said.count("\n") == 1
    assert "secret" not in said


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_whatever_is_a_persons_goes_with_them(table: str) -> None:
    """So deleting a person needs no list of tables."""
    column = metadata.tables[table].c.get("user_id")
    if column is not None:
        assert [key.ondelete for key in column.foreign_keys] == ["CASCADE"]
    else:
        assert table in ("users", "rate_limits", "oauth_clients")
