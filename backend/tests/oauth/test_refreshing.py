import asyncio

import pytest

from fixtures.people import Person, Town
from oauth.conftest import MakeApp
from oauth.connecting import RESOURCE, App


async def test_a_refresh_token_counts_once_and_brings_the_next(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    seen = {tokens["refresh_token"]}
    for _ in range(3):
        answer = await assistant.refresh(tokens["refresh_token"])
        assert answer.status_code == 200
        tokens = answer.json()
        assert tokens["refresh_token"] not in seen
        seen.add(tokens["refresh_token"])
        assert await assistant.works(tokens["access_token"])


async def test_a_refresh_token_used_again_ends_everything(assistant: App, ada: Person) -> None:
    first = await assistant.connect(ada)
    second = (await assistant.refresh(first["refresh_token"])).json()
    third = (await assistant.refresh(second["refresh_token"])).json()
    answer = await assistant.refresh(first["refresh_token"])
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    for tokens in (first, second, third):
        assert not await assistant.works(tokens["access_token"])
        assert (await assistant.refresh(tokens["refresh_token"])).json()["error"] == "invalid_grant"
    assert (await ada.get("/api/connections"))["items"] == []


async def test_of_two_at_once_none_is_left(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    answers = await asyncio.gather(*(assistant.refresh(tokens["refresh_token"]) for _ in range(2)))
    assert sorted(answer.status_code for answer in answers) == [200, 400]
    (won,) = (answer.json() for answer in answers if answer.status_code == 200)
    assert not await assistant.works(won["access_token"])


async def test_it_expires_after_ninety_days_without_use(assistant: App, ada: Person, town: Town) -> None:
    tokens = await assistant.connect(ada)
    for _ in range(3):
        town.clock.advance(days=89)
        await town.services.connections.sweep(town.clock())
        tokens = (await assistant.refresh(tokens["refresh_token"])).json()
    town.clock.advance(days=90)
    assert (await assistant.refresh(tokens["refresh_token"])).json()["error"] == "invalid_grant"
    assert await town.services.connections.list(ada.caller) == []


async def test_another_apps_refresh_token_is_none(make_app: MakeApp, assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    thief = await make_app(client_name="Thief")
    assert (await thief.refresh(tokens["refresh_token"])).json()["error"] == "invalid_grant"
    assert (await assistant.refresh(tokens["refresh_token"])).status_code == 200


async def test_a_refresh_may_ask_for_less_and_never_for_more(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada, "read")
    assert tokens["scope"] == "read"
    answer = await assistant.refresh(tokens["refresh_token"], scope="read write")
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")

    tokens = await assistant.connect(ada)
    less = (await assistant.refresh(tokens["refresh_token"], scope="read")).json()
    assert less["scope"] == "read"
    again = (await assistant.refresh(less["refresh_token"])).json()
    assert again["scope"] == "read write", "what was granted"


async def test_a_refresh_is_for_the_same_resource(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    answer = await assistant.refresh(tokens["refresh_token"], resource="https://other.example.com/mcp")
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_target")
    assert (await assistant.refresh(tokens["refresh_token"], resource=RESOURCE)).status_code == 200


@pytest.mark.parametrize("forged", ["x", "todo_rt_", "todo_rt_a.b", "todo_rt_.."])
async def test_a_forged_one_is_none(assistant: App, forged: str) -> None:
    answer = await assistant.refresh(forged)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


async def test_an_access_token_is_no_refresh_token(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    assert (await assistant.refresh(tokens["access_token"])).json()["error"] == "invalid_grant"
    assert not await assistant.works(tokens["refresh_token"])
