"""A person who owns one of everything, and what of theirs is stored."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from fixtures.clients import BASE_URL
from fixtures.people import Person, Town
from fixtures.people import person as opened
from oauth.connecting import App, register
from todo.kit.columns import metadata


@dataclass(frozen=True, slots=True)
class Owner:
    """`things` are the ids of what they own, by the names that paths have for them."""

    person: Person
    things: dict[str, str]

    def fill(self, value: Any) -> Any:
        """`value` with the owner's ids for `{names}`."""
        if isinstance(value, dict):
            return {key: self.fill(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.fill(item) for item in value]
        return value.format(**self.things) if isinstance(value, str) else value


@pytest.fixture(scope="session")
async def owner(shared_town: Town) -> AsyncIterator[Owner]:
    """One for all tests, since none of them may change what is theirs."""
    async with opened(shared_town.app) as person:
        yield Owner(person, await things(person))


async def things(person: Person) -> dict[str, str]:
    """The ids of one of everything, made for this person, by the names that paths have for them."""
    task = await person.add("owned task", description="owned text", list="Owned list")
    event = (await person.events())[0]
    told = await person.client.post("/api/chat", json={"message": "add owned milk"})
    conversation = (await person.get("/api/conversations"))["items"][0]
    token = await person.post("/api/tokens", name="owned token", scopes=["read"])
    return {
        "task_id": task["id"],
        "list_id": (await person.get("/api/lists"))["items"][0]["id"],
        "event_id": event["id"],
        "turn_id": told.headers["x-turn-id"],
        "conversation_id": conversation["id"],
        "session_id": str(person.caller.session_id),
        "token_id": token["id"],
        "connection_id": await connection(person),
    }


async def connection(person: Person) -> str:
    """The id of an app that this person connected."""
    client_id = (await register(person.client)).json()["client_id"]
    app = App(person.client, client_id, resource=f"{BASE_URL}/mcp")
    await app.connect(person)
    return str((await person.get("/api/connections"))["items"][0]["id"])


async def stored(town: Town, user_id: UUID) -> dict[str, list[Any]]:
    """Every row of this person's, by table."""
    found: dict[str, list[Any]] = {}
    async with town.services.database.read() as connection:
        for table in metadata.sorted_tables:
            whose = table.c.id if table.name == "users" else table.c.get("user_id")
            if whose is not None:
                rows = await connection.execute(select(table).where(whose == user_id))
                found[table.name] = sorted(map(repr, rows))
    return found
