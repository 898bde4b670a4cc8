"""People with tasks, made through the public API; very many tasks straight into the table."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select

from bench.wire import Connection, request
from todo.kit.database import Database
from todo.kit.ids import new_id
from todo.tasks.models import tasks

PASSWORD = "correct horse battery"


@dataclass(slots=True)
class Person:
    email: str
    token: str
    user_id: str
    conversation_id: str | None = None


async def sign_up(port: int, count: int, name: str) -> list[Person]:
    """`count` people, each with an account of their own."""
    connections = [await Connection.open(port) for _ in range(min(4, count))]

    async def make(lane: int) -> list[Person]:
        made = []
        for number in range(lane, count, len(connections)):
            email = f"{name}{number}@bench.example"
            body = {"email": email, "password": PASSWORD, "time_zone": "Europe/Berlin"}
            grant = (await connections[lane].send(request("POST", "/api/auth/register", body=body))).json()
            made.append(Person(email, grant["access_token"], grant["user"]["id"]))
        return made

    lanes = await asyncio.gather(*(make(lane) for lane in range(len(connections))))
    return [person for lane in lanes for person in lane]


async def add_tasks(port: int, person: Person, count: int) -> None:
    connection = await Connection.open(port)
    for number in range(count):
        body = {
            "title": f"Task number {number} of this person",
            "due": f"2027-01-{number % 28 + 1:02d}",
            "tags": ["home"],
        }
        answer = await connection.send(request("POST", "/api/tasks", token=person.token, body=body))
        assert answer.status == 201, answer
    connection.close()


async def multiply_tasks(url: str, person: Person, count: int) -> None:
    """Copies of the person's first task, until there are `count`: the API would take an hour."""
    database = Database(url, pool_size=1)
    async with database.write() as transaction:
        mine = select(tasks).where(tasks.c.user_id == UUID(person.user_id)).limit(1)
        first = dict((await transaction.execute(mine)).one()._mapping)
        for start in range(1, count, 1_000):
            numbers = range(start, min(start + 1_000, count))
            rows = [{**first, "id": new_id(), "position": first["position"] + number} for number in numbers]
            await transaction.execute(insert(tasks), rows)
    await database.close()
