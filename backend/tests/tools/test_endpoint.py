"""Who may use /mcp, under which names, and how what clients do becomes history."""

import asyncio
import json
from datetime import timedelta

import httpx2
import pytest

from fixtures.clients import SECRET
from fixtures.people import Join, Person, Town
from todo.accounts.credentials import AccessTokens
from tools.remote import ERAS, Era, Invite, Remote

LISTED = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list"})


@pytest.mark.parametrize("era", ERAS)
async def test_every_tool_answers(laptop: Remote, era: Era) -> None:
    async with laptop.client(era) as client:
        names = [tool.name for tool in (await client.list_tools()).tools]
        milk = (await client.call_tool("add_task", {"title": "Milk", "due": "tomorrow"})).structured_content
        assert milk is not None
        task = {"task": milk["task"]["id"]}
        for name, arguments in (
            ("list_tasks", {}),
            ("update_task", task | {"priority": "high"}),
            ("complete_task", task),
            ("delete_task", task),
            ("undo", {"turn": milk["events"][0]["turn_id"]}),
        ):
            names.remove(name)
            result = await client.call_tool(name, arguments)
            assert result.structured_content is not None, name
    assert names == ["add_task"]


async def test_a_client_without_the_handshake_acts_under_its_own_name(ada: Person, laptop: Remote) -> None:
    async with laptop.client("2026-07-28", "Claude \n Desktop " + "x" * 200) as client:
        await client.call_tool("add_task", {"title": "Milk"})
    (event,) = await ada.events()
    assert event["actor"].startswith("mcp:Claude Desktop x")
    assert len(event["actor"]) <= 80
    assert (await ada.get("/api/tasks"))["items"][0]["source"] == event["actor"]


async def test_a_client_with_the_handshake_acts_under_its_tokens_name(ada: Person, laptop: Remote) -> None:
    async with laptop.client("legacy", "Claude Desktop") as client:
        await client.call_tool("add_task", {"title": "Milk"})
    assert [event["actor"] for event in await ada.events()] == ["mcp:Laptop"]


async def test_a_tokens_name_may_be_long(ada: Person, invite: Invite) -> None:
    async with (await invite(ada, name="Laptop " * 14)).client("legacy") as client:
        assert (await client.call_tool("add_task", {"title": "Milk"})).is_error is False
    assert (await ada.events())[0]["actor"].startswith("mcp:Laptop Laptop")


@pytest.mark.parametrize("era", ERAS)
async def test_each_call_is_a_turn_that_the_person_can_undo(ada: Person, laptop: Remote, era: Era) -> None:
    async with laptop.client(era) as client:
        await client.call_tool("add_task", {"title": "Milk", "list": "Shop"})
        await client.call_tool("add_task", {"title": "Eggs"})
    eggs, *milk = await ada.events()
    assert {event["turn_id"] for event in milk}.isdisjoint({eggs["turn_id"]})
    await ada.post(f"/api/turns/{milk[0]['turn_id']}/undo")
    assert await ada.titles() == ["Eggs"]
    assert (await ada.get("/api/lists"))["items"] == []


async def test_open_tabs_hear_of_it(ada: Person, laptop: Remote) -> None:
    address, cookies = laptop.address, ada.client.cookies
    async with (
        httpx2.AsyncClient(base_url=address, cookies=cookies, timeout=10) as browser,
        browser.stream("GET", "/api/events") as answer,
    ):
        lines = answer.aiter_lines()
        assert await anext(lines) == "id: 0"
        await laptop.call("add_task", title="Milk")
        seen = [await anext(lines) for _ in range(6)]
    assert '"title":"Milk"' in seen[-1]


async def test_nobody_is_told_where_to_get_a_token(laptop: Remote) -> None:
    answer = await laptop.post(LISTED, Authorization="")
    assert answer.status_code == 401
    metadata = f"{laptop.address}/.well-known/oauth-protected-resource/mcp"
    challenge = answer.headers["www-authenticate"]
    assert challenge == f'Bearer scope="read write", resource_metadata="{metadata}"'
    assert "Make one in the app's settings" in answer.json()["error"]["message"]


async def test_a_wrong_token_is_told_so(laptop: Remote) -> None:
    answer = await laptop.post(LISTED, Authorization="Bearer todo_pat_wrong")
    assert (answer.status_code, answer.json()["error"]["data"]["code"]) == (401, "unauthenticated")
    assert answer.headers["www-authenticate"].startswith('Bearer error="invalid_token", ')


async def test_a_session_counts_for_nothing(ada: Person, laptop: Remote, town: Town) -> None:
    cookie = "; ".join(f"{name}={value}" for name, value in ada.client.cookies.items())
    assert (await laptop.post(LISTED, Authorization="", Cookie=cookie)).status_code == 401
    assert ada.caller.session_id is not None
    issued = AccessTokens(SECRET, timedelta(minutes=5)).issue(ada.caller.user_id, ada.caller.session_id, town.clock())
    login = issued[0]
    answer = await laptop.post(LISTED, Authorization=f"Bearer {login}")
    assert (answer.status_code, "for programs" in answer.text) == (401, True)


async def test_a_revoked_token_ends_at_once(ada: Person, laptop: Remote) -> None:
    await laptop.call("list_tasks")
    (made,) = (await ada.get("/api/tokens"))["items"]
    assert (await ada.client.delete(f"/api/tokens/{made['id']}")).status_code == 204
    assert (await laptop.post(LISTED)).status_code == 401


async def test_a_foreign_name_or_page_is_refused_before_the_token_is_read(laptop: Remote) -> None:
    named = await laptop.post(LISTED, Host="evil.test")
    assert (named.status_code, named.json()["error"]["data"]["code"]) == (421, "misdirected")
    page = await laptop.post(LISTED, Origin="https://evil.test")
    assert (page.status_code, page.json()["error"]["data"]["code"]) == (403, "csrf")


async def test_callers_are_never_mixed_up(join: Join, invite: Invite) -> None:
    people = [await join() for _ in range(3)]
    remotes = [await invite(person) for person in people]

    async def use(number: int, remote: Remote) -> list[str]:
        era = ERAS[number % 2]
        await remote.call("add_task", era, title=f"of {number}")
        return (await remote.call("list_tasks", era)).titles

    shown = await asyncio.gather(*(use(number, remote) for number, remote in enumerate(remotes)))
    assert shown == [[f"of {number}"] for number in range(3)]


async def test_it_is_a_request_like_any_other(town: Town, laptop: Remote) -> None:
    answer = await laptop.post(LISTED, **{"X-Request-Id": "request-of-tests"})
    assert (answer.status_code, answer.headers["x-request-id"]) == (200, "request-of-tests")
    assert b'route="/mcp",status="200"' in town.services.metrics.text()
    large = await laptop.post(b" " * 1_000_001)
    assert (large.status_code, large.json()["code"]) == (413, "body_too_large")


async def test_only_post_is_answered(laptop: Remote) -> None:
    async with httpx2.AsyncClient(base_url=laptop.address) as http:
        for method in ("GET", "DELETE"):
            answer = await http.request(method, "/mcp")
            assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
        assert (await http.get("/mcp/nothing")).json()["code"] == "not_found"
