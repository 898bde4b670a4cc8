"""A message that may have been lost is sent again, and counts once."""

import asyncio
from uuid import uuid4

import httpx2
import pytest

from agent.talk import Talk, parsed
from fixtures.clients import SignUp


@pytest.fixture
async def ada(sign_up: SignUp) -> Talk:
    return Talk(await sign_up())


async def send(client: httpx2.AsyncClient, turn_id: str, message: str = "add chalk") -> httpx2.Response:
    return await client.post("/api/chat", json={"message": message, "turn_id": turn_id})


async def test_the_same_turn_sent_again_gives_the_same_answer_and_does_nothing(ada: Talk) -> None:
    turn_id = str(uuid4())
    first = await send(ada.client, turn_id)
    again = await send(ada.client, turn_id)
    assert parsed(first.text) == parsed(again.text)
    assert again.headers["X-Turn-Id"] == turn_id
    assert await ada.titles() == ["chalk"]
    assert len((await ada.client.get("/api/conversations")).json()["items"]) == 1


async def test_two_at_once_count_once(ada: Talk) -> None:
    turn_id = str(uuid4())
    answers = await asyncio.gather(send(ada.client, turn_id), send(ada.client, turn_id))
    assert [answer.status_code for answer in answers] == [200, 200]
    assert await ada.titles() == ["chalk"]


async def test_the_id_of_another_persons_turn_reaches_nothing_of_theirs(ada: Talk, sign_up: SignUp) -> None:
    turn_id = str(uuid4())
    await send(ada.client, turn_id, "add a secret")
    bob = await sign_up("bob@example.org")
    assert (await bob.get(f"/api/turns/{turn_id}/stream")).status_code == 404
    mine = await send(bob, turn_id, "show my tasks")
    assert mine.status_code == 200
    assert "secret" not in mine.text
    assert "secret" not in (await bob.get(f"/api/turns/{turn_id}/stream")).text
    assert "secret" in (await ada.client.get(f"/api/turns/{turn_id}/stream")).text
