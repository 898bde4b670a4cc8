from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from todo.accounts.models import access_tokens, users
from todo.errors import InvalidRequest, NotFound
from todo.kit.database import Database
from todo.kit.ids import new_id

NOW = datetime(2026, 11, 23, tzinfo=UTC)


async def test_a_row_of_a_person_who_is_gone_is_not_found(database: Database) -> None:
    row = {"id": new_id(), "user_id": new_id(), "name": "x", "token_hash": b"", "scopes": "read", "created_at": NOW}
    with pytest.raises(NotFound, match="deleted meanwhile"):
        async with database.write() as transaction:
            await transaction.execute(access_tokens.insert().values(row))


async def test_nul_is_refused_where_the_database_refuses_it(database: Database) -> None:
    statement = select(users.c.id).where(users.c.email == "a\0b")
    if database.is_sqlite:
        async with database.read() as connection:
            assert (await connection.execute(statement)).first() is None
        return
    with pytest.raises(InvalidRequest, match="cannot be stored"):
        async with database.read() as connection:
            await connection.execute(statement)


async def test_the_text_of_an_error_does_not_repeat_what_was_stored(database: Database) -> None:
    row = {
        "id": new_id(),
        "email": "ada@example.org",
        "password_hash": "a hash that nobody may see",
        "time_zone": "UTC",
        "locale": "en",
        "created_at": NOW,
    }
    async with database.write() as transaction:
        await transaction.execute(users.insert().values(row))

    async def add_again() -> None:
        async with database.write() as transaction:
            await transaction.execute(users.insert().values(row | {"id": new_id()}))

    with pytest.raises(IntegrityError) as caught:
        await add_again()
    assert "a hash that nobody may see" not in str(caught.value)
