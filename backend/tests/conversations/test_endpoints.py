"""Conversations over HTTP: titles, pages, search, renaming, deleting; nobody else's."""

import asyncio

import httpx2
import pytest

from agent.talk import Talk
from fixtures.clients import SettableClock
from fixtures.people import Join, Town


@pytest.fixture
async def ada(join: Join) -> Talk:
    return Talk((await join()).client)


@pytest.fixture
def clock(town: Town) -> SettableClock:
    return town.clock


async def titles(client: httpx2.AsyncClient, **params: str | int) -> list[str]:
    answer = await client.get("/api/conversations", params=params)
    return [found["title"] for found in answer.raise_for_status().json()["items"]]


async def test_a_title_is_the_first_message(ada: Talk) -> None:
    reply = await ada.say("add  chalk\nand then show my tasks")
    assert reply.of("turn")[0]["title"] == "add chalk and then show my tasks"
    await ada.say("hello")
    assert await titles(ada.client) == ["add chalk and then show my tasks"]


async def test_a_long_title_ends_at_a_word(ada: Talk) -> None:
    reply = await ada.say("add " + "wonderful " * 12)
    title = reply.of("turn")[0]["title"]
    assert title.endswith("wonderful…")
    assert len(title) <= 61


async def test_the_newest_first_page_by_page(ada: Talk, clock: SettableClock) -> None:
    for number in range(5):
        await ada.anew().say(f"add number{number}")
        clock.advance(seconds=1)
    first = (await ada.client.get("/api/conversations", params={"limit": 2})).json()
    cursor, seen = first["next_cursor"], [found["title"] for found in first["items"]]
    while cursor:
        page = (await ada.client.get("/api/conversations", params={"limit": 2, "cursor": cursor})).json()
        cursor, seen = page["next_cursor"], [*seen, *(found["title"] for found in page["items"])]
    assert seen == [f"add number{number}" for number in (4, 3, 2, 1, 0)]


async def test_talking_brings_a_conversation_to_the_top(ada: Talk, clock: SettableClock) -> None:
    await ada.say("add chalk")
    clock.advance(seconds=1)
    await ada.anew().say("add glue")
    clock.advance(seconds=1)
    await ada.say("hello")
    assert await titles(ada.client) == ["add chalk", "add glue"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("chalk", ["add chalk"]),
        ("CHALK add", ["add chalk"]),
        ("welcome", ["thanks"]),  # in the answer
        ("100%", []),
        ("_", []),
        ("", ["thanks", "add chalk"]),
    ],
)
async def test_search_in_titles_and_messages(ada: Talk, clock: SettableClock, words: str, found: list[str]) -> None:
    await ada.say("add chalk")
    clock.advance(seconds=1)
    await ada.anew().say("thanks")
    assert await titles(ada.client, q=words) == found


async def test_renaming(ada: Talk) -> None:
    await ada.say("add chalk")
    address = f"/api/conversations/{ada.conversation_id}"
    renamed = await ada.client.patch(address, json={"title": "  School\n things "})
    assert renamed.json()["title"] == "School things"
    assert (await ada.client.get(address)).json()["title"] == "School things"
    for title in ("", " ", "x" * 101):
        assert (await ada.client.patch(address, json={"title": title})).status_code == 422


async def test_deleting_forgets_what_was_said_and_keeps_what_was_done(ada: Talk) -> None:
    await ada.say("add chalk")
    address = f"/api/conversations/{ada.conversation_id}"
    assert (await ada.client.delete(address)).status_code == 204
    assert (await ada.client.get(address)).status_code == 404
    assert (await ada.client.get(f"{address}/messages")).status_code == 404
    assert await titles(ada.client, q="chalk") == []
    (change,) = (await ada.client.get("/api/history")).json()["items"]
    assert (change["action"], change["after"]["title"]) == ("add", "chalk")
    assert "**chalk** was added" in (await ada.anew().say("undo")).text


async def test_messages_go_back_in_time(ada: Talk) -> None:
    for number in range(5):
        await ada.say(f"add number{number}")
    address = f"/api/conversations/{ada.conversation_id}/messages"
    pages, cursor = [], None
    while cursor is not None or not pages:
        answer = await ada.client.get(address, params={"limit": 4, **({"cursor": cursor} if cursor else {})})
        pages.append([message["text"] for message in answer.json()["items"]])
        cursor = answer.json()["next_cursor"]
    assert [len(page) for page in pages] == [4, 4, 2]
    told = [text for page in reversed(pages) for text in page]
    assert told[::2] == [f"add number{number}" for number in range(5)]
    assert told[1] == "Added **number0**."


async def test_a_message_carries_what_was_beside_its_text(ada: Talk) -> None:
    await ada.say("add chalk and show my tasks")
    question, answer = await ada.messages()
    assert (question["role"], question["events"], question["model"]) == ("user", [], None)
    assert [event["event"] for event in answer["events"]] == ["receipt", "list"]
    assert (answer["role"], answer["status"], answer["model"]) == ("assistant", "done", "offline")


async def test_conversations_of_others_are_not_there(ada: Talk, join: Join) -> None:
    await ada.say("add chalk")
    eve = (await join()).client
    address = f"/api/conversations/{ada.conversation_id}"
    answers = await asyncio.gather(
        eve.get(address),
        eve.get(f"{address}/messages"),
        eve.patch(address, json={"title": "mine"}),
        eve.delete(address),
    )
    assert [answer.status_code for answer in answers] == [404] * 4
    assert await titles(eve) == []
    assert await titles(ada.client) == ["add chalk"]


@pytest.mark.parametrize("cursor", ["nonsense", "WzFd", "W10", "WyJub3ciLCJub25lIl0"])
async def test_a_damaged_cursor(ada: Talk, cursor: str) -> None:
    await ada.say("hello")
    for path in ("/api/conversations", f"/api/conversations/{ada.conversation_id}/messages"):
        answer = await ada.client.get(path, params={"cursor": cursor})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
