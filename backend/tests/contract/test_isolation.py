"""Every route, tried as another person, as nobody, and with a token that may only read."""

from collections.abc import Awaitable, Callable

import httpx2
import pytest
from fastapi import FastAPI

from contract.conftest import Owner, stored
from contract.ways import WAYS, Way, routes
from fixtures.people import Join, Person, Town

CHANGING = {"POST", "PATCH", "DELETE"}


async def send(client: httpx2.AsyncClient, call: str, way: Way, owner: Owner) -> httpx2.Response:
    method, path = call.split(" ", 1)
    body = owner.fill(way.body) if way.body is not None else None
    return await client.request(method, owner.fill(path), json=body, params=owner.fill(way.query))


def test_every_route_is_known(town: Town) -> None:
    assert sorted(routes(town.app)) == sorted(WAYS)


async def test_another_person_finds_nothing_and_changes_nothing(town: Town, owner: Owner, join: Join) -> None:
    before = await stored(town, owner.person.caller.user_id)
    other = await join()
    for call, way in WAYS.items():
        if way.kind in ("open", "stream", "protocol"):
            continue
        answer = await send(other.client, call, way, owner)
        if way.kind == "theirs":
            assert answer.status_code == 404, (call, answer.text)
            assert answer.json()["code"] == "not_found", call
        else:
            assert answer.status_code < 500, (call, answer.text)
        for secret in ("owned", *owner.things.values()):
            assert secret not in answer.text, call
    assert await stored(town, owner.person.caller.user_id) == before


async def test_nobody_is_told_to_sign_in(town: Town, owner: Owner, join: Join) -> None:
    before = await stored(town, owner.person.caller.user_id)
    nobody = await join(cookies={})
    for call, way in WAYS.items():
        if way.kind in ("open", "protocol"):
            continue
        answer = await send(nobody.client, call, way, owner)
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated"), call
    assert await stored(town, owner.person.caller.user_id) == before


async def test_a_token_that_may_read_changes_nothing(town: Town, owner: Owner, join: Join) -> None:
    made = await owner.person.post("/api/tokens", name="reader", scopes=["read"])
    reader = await join(cookies={}, headers={"Authorization": f"Bearer {made['token']}"})
    before = await stored(town, owner.person.caller.user_id)
    for call, way in WAYS.items():
        if way.kind in ("open", "stream", "protocol"):
            continue
        answer = await send(reader.client, call, way, owner)
        if way.kind == "account" or call.split()[0] in CHANGING - _only_reads(call):
            assert (answer.status_code, answer.json()["code"]) == (403, "forbidden"), call
        else:
            assert answer.status_code == 200, (call, answer.text)
    after = await stored(town, owner.person.caller.user_id)
    assert {name: rows for name, rows in after.items() if name != "access_tokens"} == {
        name: rows for name, rows in before.items() if name != "access_tokens"
    }


def _only_reads(call: str) -> set[str]:
    return {"POST"} if call == "POST /api/understand" else set()


async def test_a_feed_tells_of_its_reader_alone(
    town: Town, owner: Owner, join: Join, serve: Callable[[FastAPI], Awaitable[str]]
) -> None:
    address = await serve(town.app)
    other: Person = await join(base_url=address, transport=httpx2.AsyncHTTPTransport())
    streams = [call for call, way in WAYS.items() if way.kind == "stream"]
    assert streams == ["GET /api/events"]
    async with other.client.stream("GET", "/api/events", params={"after": 0}) as answer:
        lines = answer.aiter_lines()
        await other.add("mine")
        seen = ""
        while "mine" not in seen:
            seen += await anext(lines)
    assert "owned" not in seen


@pytest.mark.parametrize("choice", [True, False])
async def test_a_choice_of_anothers_task_does_nothing(town: Town, owner: Owner, join: Join, choice: bool) -> None:
    before = await stored(town, owner.person.caller.user_id)
    other = await join()
    await other.add("mine")
    body = {"message": f"delete {owner.things['task_id']}"} | ({"choice": owner.things["task_id"]} if choice else {})
    answer = await other.client.post("/api/chat", json=body)
    assert "owned" not in answer.text
    assert await stored(town, owner.person.caller.user_id) == before


async def test_what_is_internal_stays_inside(town: Town, owner: Owner) -> None:
    """Keys with a leading underscore are the server's own."""
    for call, way in WAYS.items():
        if call.startswith("GET /api/") and way.kind in ("own", "theirs"):
            answer = await send(owner.person.client, call, way, owner)
            assert answer.status_code == 200, (call, answer.text)
            assert '"_' not in answer.text, call
