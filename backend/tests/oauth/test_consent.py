"""What the person is asked, and what becomes of their answer."""

from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest

from fixtures.people import Join, Person
from oauth.conftest import MakeApp
from oauth.connecting import ORIGIN, REDIRECT, App, allowed, answer_in


async def ask(person: Person, app: App, **changes: str) -> httpx2.Response:
    return await person.client.get("/api/oauth/authorization", params=app.asks(**changes))


async def answer(person: Person, app: App, allow: Any, **changes: str) -> httpx2.Response:
    return await person.client.post("/api/oauth/authorization", json=app.asks(**changes) | {"allow": allow})


async def test_the_person_is_told_who_asks_for_what(assistant: App, ada: Person) -> None:
    assert (await ask(ada, assistant)).json() == {
        "client_name": "Assistant",
        "destination": {"kind": "site", "name": "assistant.example.com"},
        "scopes": ["read", "write"],
    }


@pytest.mark.parametrize(
    ("scope", "scopes"),
    [("read", ["read"]), ("write read", ["read", "write"]), ("", ["read", "write"]), ("openid read", ["read"])],
)
async def test_which_scopes_are_asked_for(assistant: App, ada: Person, scope: str, scopes: list[str]) -> None:
    assert (await ask(ada, assistant, scope=scope)).json()["scopes"] == scopes


async def test_a_yes_brings_the_app_a_code(assistant: App, ada: Person) -> None:
    redirect = await allowed(ada, assistant.asks(state="a b&c=d"))
    assert redirect.startswith(f"{REDIRECT}?")
    said = answer_in(redirect)
    assert set(said) == {"code", "state", "iss"}
    assert (said["state"], said["iss"]) == ("a b&c=d", ORIGIN)


async def test_a_program_on_the_persons_computer_may_listen_at_any_port(make_app: MakeApp, ada: Person) -> None:
    app = await make_app(redirect_uris=["http://127.0.0.1:33418/callback"])
    app.redirect_uri = "http://127.0.0.1:50007/callback"
    assert (await ask(ada, app)).json()["destination"] == {"kind": "computer", "name": "127.0.0.1"}
    redirect = await allowed(ada, app.asks())
    assert urlsplit(redirect).netloc == "127.0.0.1:50007"
    assert (await app.exchange(answer_in(redirect)["code"])).status_code == 200


async def test_a_no_is_told_to_the_app(assistant: App, ada: Person) -> None:
    said = answer_in((await answer(ada, assistant, [])).json()["redirect_to"])
    assert (said["error"], said["state"], said["iss"]) == ("access_denied", "a state", ORIGIN)
    assert "code" not in said


async def test_the_person_may_allow_less(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada, "read")
    assert tokens["scope"] == "read"
    add = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "add_task", "arguments": {"title": "x"}},
    }
    headers = {"Authorization": f"Bearer {tokens['access_token']}", "Accept": "application/json, text/event-stream"}
    refused = await assistant.http.post("/mcp", json=add, headers=headers)
    assert refused.status_code == 403
    assert 'error="insufficient_scope"' in refused.headers["www-authenticate"]
    assert await ada.titles() == []


async def test_nobody_may_allow_more(assistant: App, ada: Person) -> None:
    assert (await answer(ada, assistant, ["read", "write"], scope="read")).status_code == 422
    assert (await answer(ada, assistant, ["admin"])).status_code == 422


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": ""},
        {"client_id": "nobody"},
        {"client_id": "01936f3e-0000-7000-8000-000000000000"},
        {"redirect_uri": ""},
        {"redirect_uri": "https://evil.example.com/callback"},
        {"redirect_uri": f"{REDIRECT}/"},
        {"redirect_uri": f"{REDIRECT}?x=1"},
        {"redirect_uri": "https://assistant.example.com:444/callback"},
        {"redirect_uri": "https://assistant.example.com@evil.example.com/callback"},
    ],
    ids=str,
)
async def test_who_is_not_known_to_be_there_is_not_answered(
    assistant: App, ada: Person, changes: dict[str, str]
) -> None:
    for said in (await ask(ada, assistant, **changes), await answer(ada, assistant, ["read"], **changes)):
        assert said.status_code == 422
        assert "Nothing was connected" in said.json()["detail"]
        assert "return_to" not in said.json()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": ""}, "unsupported_response_type"),
        ({"response_mode": "fragment"}, "unsupported_response_type"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge_method": ""}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
        ({"scope": "admin"}, "invalid_scope"),
        ({"resource": "https://other.example.com/mcp"}, "invalid_target"),
    ],
    ids=str,
)
async def test_what_cannot_be_granted_is_told_to_person_and_app(
    assistant: App, ada: Person, changes: dict[str, str], error: str
) -> None:
    for said in (await ask(ada, assistant, **changes), await answer(ada, assistant, ["read"], **changes)):
        assert said.status_code == 422
        told = said.json()
        assert "Nothing was connected" in told["detail"]
        assert told["client_name"] == "Assistant"
        told = answer_in(told["return_to"])
        assert (told["error"], told["state"], told["iss"]) == (error, "a state", ORIGIN)
        assert told["error_description"].isascii()


async def test_nothing_may_be_said_twice(assistant: App, ada: Person) -> None:
    twice = [*assistant.asks().items(), ("scope", "read")]
    said = await ada.client.get("/api/oauth/authorization", params=twice)
    assert said.status_code == 422
    assert "twice" in said.json()["detail"]


async def test_another_sites_page_cannot_say_yes(assistant: App, ada: Person, join: Join) -> None:
    elsewhere = {"Origin": "https://evil.example.com", "Sec-Fetch-Site": "cross-site"}
    body = assistant.asks() | {"allow": ["read"]}
    forged = await ada.client.post("/api/oauth/authorization", json=body, headers=elsewhere)
    assert (forged.status_code, forged.json()["code"]) == (403, "csrf")
    no_header = await join(base_url=ORIGIN, headers={})
    forged = await no_header.client.post("/api/oauth/authorization", json=body)
    assert (forged.status_code, forged.json()["code"]) == (403, "csrf")


async def test_nobody_and_no_program_can_say_yes(assistant: App, ada: Person) -> None:
    body = assistant.asks() | {"allow": ["read"]}
    assert (await assistant.http.post("/api/oauth/authorization", json=body)).status_code == 401
    personal = (await ada.post("/api/tokens", name="script", scopes=["read", "write"]))["token"]
    bearer = {"Authorization": f"Bearer {personal}"}
    assert (await assistant.http.post("/api/oauth/authorization", json=body, headers=bearer)).status_code == 403


async def test_fifty_apps_are_enough(assistant: App, ada: Person) -> None:
    for _ in range(50):
        await assistant.connect(ada)
    said = await answer(ada, assistant, ["read"])
    assert said.status_code == 409
    assert "Disconnect one" in said.json()["detail"]
