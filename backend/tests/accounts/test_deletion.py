from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, Table, Uuid, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from fixtures.clients import PASSWORD, SignUp
from todo.accounts.models import users
from todo.kit.columns import metadata
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.oauth.models import oauth_clients

NOBODYS = {"users", "rate_limits", "oauth_clients", "alembic_version"}


def tables() -> list[Table]:
    """Every table of the product that holds what is somebody's, those that others refer to first."""
    found = (table for table in metadata.sorted_tables if not table.name.startswith("test_"))
    return [table for table in found if table.name not in NOBODYS]


def something(column: Column[Any]) -> Any:
    kind = getattr(column.type, "impl_instance", column.type)
    for types, value in (
        ((Uuid,), new_id()),
        ((Boolean,), False),
        ((Integer, Float), 0),
        ((Date,), datetime(2026, 11, 23, tzinfo=UTC).date()),
        ((DateTime,), datetime(2026, 11, 23, tzinfo=UTC)),
        ((JSON,), []),
        ((LargeBinary,), new_id().bytes * 2),
    ):
        if isinstance(kind, types):
            return value
    return new_id().hex[: getattr(kind, "length", None) or 32]


async def fill(transaction: AsyncConnection, user_id: UUID) -> None:
    """A row of this person in every table."""
    made: dict[str, Any] = {"users": user_id, "oauth_clients": new_id()}
    client = {column.name: something(column) for column in oauth_clients.columns}
    await transaction.execute(oauth_clients.insert().values(client | {"id": made["oauth_clients"]}))
    for table in tables():
        row: dict[str, Any] = {}
        for column in table.columns:
            referred = [key.column.table.name for key in column.foreign_keys]
            if referred and referred[0] in made:
                row[column.name] = made[referred[0]]
            elif not column.nullable and not referred and column.server_default is None:
                row[column.name] = something(column)
        await transaction.execute(table.insert().values(row))
        made[table.name] = row.get("id")


async def counts(database: Database) -> dict[str, int]:
    async with database.read() as connection:
        return {
            table.name: (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in [users, *tables()]
        }


async def test_a_deleted_account_leaves_nothing_in_any_table(sign_up: SignUp, database: Database) -> None:
    ada, eve = await sign_up("ada@example.org"), await sign_up("eve@example.org")
    me = (await ada.get("/api/me")).json()
    before = await counts(database)
    async with database.write() as transaction:
        await fill(transaction, UUID(me["id"]))
    filled = await counts(database)
    assert all(filled[table.name] > before[table.name] for table in tables())
    assert {"sessions", "access_tokens"} <= {table.name for table in tables()}

    assert (await ada.request("DELETE", "/api/me", json={"password": PASSWORD})).status_code == 204
    left = await counts(database)
    assert left == {name: 1 if name in ("users", "sessions") else 0 for name in left}
    assert (await eve.get("/api/me")).status_code == 200


async def test_a_deleted_accounts_sessions_and_tokens_stop_at_once(
    sign_up: SignUp, client: httpx2.AsyncClient, connect: Any
) -> None:
    ada = await sign_up()
    cookie = ada.cookies["session"]
    grant = (await client.post("/api/auth/login", json={"email": "ada@example.org", "password": PASSWORD})).json()
    personal = (await ada.post("/api/tokens", json={"name": "script", "scopes": ["read"]})).json()["token"]
    holders = [
        connect(headers={"Cookie": f"session={cookie}"}),
        connect(headers={"Authorization": f"Bearer {grant['access_token']}"}),
        connect(headers={"Authorization": f"Bearer {personal}"}),
    ]
    assert [(await holder.get("/api/me")).status_code for holder in holders] == [200] * 3
    assert (await ada.request("DELETE", "/api/me", json={"password": PASSWORD})).status_code == 204
    assert [(await holder.get("/api/me")).status_code for holder in holders] == [401] * 3
    assert "session" not in ada.cookies


async def test_deleting_needs_the_password(sign_up: SignUp) -> None:
    ada = await sign_up()
    answer = await ada.request("DELETE", "/api/me", json={"password": "another horse"})
    assert answer.json()["code"] == "wrong_credentials"
    assert (await ada.request("DELETE", "/api/me")).status_code == 422
    assert (await ada.get("/api/me")).status_code == 200


async def test_the_e_mail_address_is_free_again(sign_up: SignUp) -> None:
    ada = await sign_up("ada@example.org")
    before = (await ada.get("/api/me")).json()["id"]
    await ada.request("DELETE", "/api/me", json={"password": PASSWORD})
    again = await sign_up("ada@example.org")
    assert (await again.get("/api/me")).json()["id"] != before
