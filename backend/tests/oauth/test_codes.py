"""What becomes of a code, in the right hands and in the wrong ones."""

import asyncio

import pytest

from fixtures.people import Person, Town
from oauth.conftest import MakeApp
from oauth.connecting import App


async def test_a_code_becomes_tokens(assistant: App, ada: Person) -> None:
    answer = await assistant.exchange(await assistant.code(ada))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    tokens = answer.json()
    assert (tokens["token_type"], tokens["expires_in"], tokens["scope"]) == ("Bearer", 3600, "read write")
    assert await assistant.works(tokens["access_token"])


async def test_an_access_token_lives_for_an_hour(assistant: App, ada: Person, town: Town) -> None:
    tokens = await assistant.connect(ada)
    town.clock.advance(seconds=3599)
    assert await assistant.works(tokens["access_token"])
    town.clock.advance(seconds=1)
    assert not await assistant.works(tokens["access_token"])


async def test_a_code_expires(assistant: App, ada: Person, town: Town) -> None:
    code = await assistant.code(ada)
    town.clock.advance(minutes=5)
    answer = await assistant.exchange(code)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


async def test_a_code_shown_again_ends_what_it_became(assistant: App, ada: Person) -> None:
    code = await assistant.code(ada)
    tokens = (await assistant.exchange(code)).json()
    renewed = (await assistant.refresh(tokens["refresh_token"])).json()
    assert await assistant.works(renewed["access_token"])
    assert (await assistant.exchange(code)).json()["error"] == "invalid_grant"
    assert not await assistant.works(tokens["access_token"])
    assert not await assistant.works(renewed["access_token"])
    assert (await assistant.refresh(renewed["refresh_token"])).json()["error"] == "invalid_grant"
    assert (await ada.get("/api/connections"))["items"] == []


async def test_also_after_it_would_have_expired(assistant: App, ada: Person, town: Town) -> None:
    code = await assistant.code(ada)
    tokens = (await assistant.exchange(code)).json()
    town.clock.advance(minutes=30)
    await town.services.connections.sweep(town.clock())
    assert (await assistant.exchange(code)).json()["error"] == "invalid_grant"
    assert not await assistant.works(tokens["access_token"])


async def test_of_two_at_once_none_is_left(assistant: App, ada: Person) -> None:
    code = await assistant.code(ada)
    answers = await asyncio.gather(*(assistant.exchange(code) for _ in range(2)))
    assert sorted(answer.status_code for answer in answers) == [200, 400]
    (won,) = (answer.json() for answer in answers if answer.status_code == 200)
    assert not await assistant.works(won["access_token"])


async def test_a_code_without_its_verifier_is_worth_nothing(assistant: App, ada: Person) -> None:
    code = await assistant.code(ada)
    for wrong in ("x" * 43, assistant.asks()["code_challenge"], assistant.verifier + "x"):
        answer = await assistant.exchange(code, code_verifier=wrong)
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    assert (await assistant.exchange(code, code_verifier="")).json()["error"] == "invalid_request"
    assert (await assistant.exchange(code)).status_code == 200, "whoever asked for it can still have it"


async def test_a_code_belongs_to_the_app_that_it_was_given_to(make_app: MakeApp, assistant: App, ada: Person) -> None:
    thief, code = await make_app(client_name="Thief"), await assistant.code(ada)
    answer = await thief.exchange(code, code_verifier=assistant.verifier)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    assert (await assistant.exchange(code, client_id="")).json()["error"] == "invalid_request"
    assert (await assistant.exchange(code, client_id="nobody")).json()["error"] == "invalid_client"
    assert (await assistant.exchange(code)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"redirect_uri": "https://assistant.example.com/other"}, "invalid_grant"),
        ({"resource": "https://other.example.com/mcp"}, "invalid_target"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": ""}, "invalid_request"),
        ({"code": ""}, "invalid_request"),
        ({"code": "todo_ac_forged"}, "invalid_grant"),
    ],
    ids=str,
)
async def test_an_exchange_that_cannot_be(assistant: App, ada: Person, changes: dict[str, str], error: str) -> None:
    answer = await assistant.exchange(**({"code": await assistant.code(ada)} | changes))
    assert (answer.status_code, answer.json()["error"]) == (400, error)


async def test_redirect_and_resource_may_be_left_out(assistant: App, ada: Person) -> None:
    code = await assistant.code(ada, resource="")
    assert (await assistant.exchange(code, redirect_uri="", resource="")).status_code == 200


async def test_a_form_is_a_form(assistant: App, ada: Person) -> None:
    code = await assistant.code(ada)
    sent = {"grant_type": "authorization_code", "client_id": assistant.client_id, "code": code}
    for options in (
        {"json": sent},
        {"content": "grant_type=refresh_token&grant_type=authorization_code", "headers": FORM},
        {"content": b"grant_type=\xff&client_id=%ff", "headers": FORM},
        {"content": "&".join(f"a{number}=1" for number in range(60)), "headers": FORM},
    ):
        answer = await assistant.http.post("/api/oauth/token", **options)
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def test_a_token_is_its_persons_alone(assistant: App, ada: Person, eve: Person) -> None:
    await ada.add("Ada's secret")
    tokens = await assistant.connect(eve)
    headers = {"Authorization": f"Bearer {tokens['access_token']}", "Accept": "application/json, text/event-stream"}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "list_tasks", "arguments": {}}}
    answer = await assistant.http.post("/mcp", json=call, headers=headers)
    assert answer.status_code == 200
    assert "secret" not in answer.text
