"""A turn outlives its reader, its connection and its server: stored first, resumed, stopped, buried."""

import asyncio
from collections.abc import Callable
from uuid import UUID

import httpx2
import pytest
from fastapi import FastAPI

from agent.talk import Talk, parsed
from fixtures.clients import SettableClock, SignUp, StartApp
from todo.conversations.turns import Turns
from todo.kit.caller import Caller
from todo.kit.database import Database

Connect = Callable[..., httpx2.AsyncClient]


@pytest.fixture
async def ada(sign_up: SignUp) -> Talk:
    return Talk(await sign_up())


@pytest.fixture
async def elsewhere(ada: Talk, connect: Connect, start_app: StartApp) -> httpx2.AsyncClient:
    """The same person through a second instance of the app."""
    return connect(await start_app(), cookies=ada.client.cookies)


async def busy(talk: Talk) -> tuple[asyncio.Task[httpx2.Response], str]:
    """A turn that takes a while, begun in a task, and its id."""
    asked = await talk.say("delete everything")
    answer = asyncio.create_task(talk.client.post(f"/api/turns/{asked.turn_id}/approve", json={"except": []}))
    while (newest := (await talk.messages())[-1])["turn_id"] == asked.turn_id:  # noqa: ASYNC110 - over HTTP
        await asyncio.sleep(0.01)
    return answer, newest["turn_id"]


async def many(talk: Talk, number: int = 15) -> None:
    await talk.say("add these tasks: " + ", ".join(f"box{index}" for index in range(number)))


async def test_every_point_of_a_finished_turn_can_be_resumed(ada: Talk, elsewhere: httpx2.AsyncClient) -> None:
    reply = await ada.say("add chalk, remind me to call Bo tomorrow and show my tasks")
    for client in (ada.client, elsewhere):
        for seen in range(len(reply.events) + 1):
            answer = await client.get(f"/api/turns/{reply.turn_id}/stream", headers={"Last-Event-ID": str(seen)})
            assert parsed(answer.text) == reply.events[seen:]


async def test_a_running_turn_is_followed_from_another_instance(ada: Talk, elsewhere: httpx2.AsyncClient) -> None:
    await many(ada)
    answer, turn_id = await busy(ada)
    followed = await elsewhere.get(f"/api/turns/{turn_id}/stream")
    assert parsed(followed.text) == parsed((await answer).text)


async def test_the_message_is_stored_before_the_answer(talk: Talk) -> None:
    await many(talk)
    answer, turn_id = await busy(talk)
    question, running = (await talk.messages())[-2:]
    assert (question["role"], question["text"], question["status"]) == ("user", "Yes", "done")
    assert (running["role"], running["status"], running["turn_id"]) == ("assistant", "running", turn_id)
    await answer
    assert (await talk.messages())[-1]["status"] == "done"


@pytest.mark.parametrize("through", ["same", "other"])
async def test_a_stop_leaves_what_has_a_receipt(ada: Talk, elsewhere: httpx2.AsyncClient, through: str) -> None:
    await many(ada, 30)
    answer, turn_id = await busy(ada)
    client = ada.client if through == "same" else elsewhere
    assert (await client.post(f"/api/turns/{turn_id}/stop")).status_code == 202
    events = parsed((await answer).text)
    stored = (await ada.messages())[-1]
    receipts = [event for event in stored["events"] if event["event"] == "receipt"]
    assert events[-1].name == "done"
    assert len(await ada.tasks()) == 30 - len(receipts)
    assert stored["status"] == "stopped" or len(receipts) == 30
    assert (await ada.say("hello")).text.startswith("Hello")


async def test_what_a_stopped_turn_did_is_one_undo(talk: Talk) -> None:
    await many(talk, 20)
    answer, turn_id = await busy(talk)
    await talk.client.post(f"/api/turns/{turn_id}/stop")
    await answer
    await talk.say("undo")
    assert len(await talk.tasks()) == 20


async def test_one_message_at_a_time(talk: Talk) -> None:
    await talk.say("hello")
    body = [{"message": f"add chalk {n}", "conversation_id": talk.conversation_id} for n in range(4)]
    answers = await asyncio.gather(*(talk.client.post("/api/chat", json=one) for one in body))
    refused = [answer.json() for answer in answers if answer.status_code != 200]
    assert {problem["code"] for problem in refused} <= {"turn_running"}
    said = [message["text"] for message in await talk.messages() if message["role"] == "user"]
    assert len(said) == 1 + len(answers) - len(refused)
    assert len(await talk.tasks()) == len(answers) - len(refused)


async def test_a_message_while_one_is_answered_is_refused_clearly(talk: Talk) -> None:
    await many(talk)
    answer, _ = await busy(talk)
    second = await talk.client.post("/api/chat", json={"message": "hi", "conversation_id": talk.conversation_id})
    assert (second.status_code, second.json()["code"]) == (409, "turn_running")
    assert "stop it" in second.json()["detail"]
    await answer


async def begin_and_die(app: FastAPI, talk: Talk) -> str:
    """A turn whose server is gone before it answered."""
    await talk.say("hello")
    me = (await talk.client.get("/api/me")).json()
    turns: Turns = app.state.services.turns
    opened = await turns.open_turn(Caller(UUID(me["id"]), "UTC"), UUID(talk.conversation_id), "add chalk")
    return str(opened.turn_id)


async def test_a_dead_servers_turn_is_buried(app: FastAPI, ada: Talk, clock: SettableClock) -> None:
    turn_id = await begin_and_die(app, ada)
    message = {"message": "hi", "conversation_id": ada.conversation_id}
    clock.advance(seconds=15)
    assert (await ada.client.post("/api/chat", json=message)).status_code == 409
    clock.advance(seconds=1)
    assert (await ada.say("hello")).text.startswith("Hello")
    (buried,) = [m for m in await ada.messages() if m["turn_id"] == turn_id and m["role"] == "assistant"]
    assert (buried["status"], buried["events"][0]["data"]["code"]) == ("failed", "interrupted")


async def test_who_follows_a_dead_servers_turn_is_told(app: FastAPI, ada: Talk, clock: SettableClock) -> None:
    turn_id = await begin_and_die(app, ada)
    clock.advance(seconds=16)
    events = parsed((await ada.client.get(f"/api/turns/{turn_id}/stream")).text)
    assert [event.name for event in events] == ["error", "done"]


async def test_the_only_server_buries_at_its_start(
    app: FastAPI, ada: Talk, start_app: StartApp, connect: Connect, database: Database
) -> None:
    await begin_and_die(app, ada)
    again = ada.anew(connect(await start_app(), cookies=ada.client.cookies))
    message = {"message": "hello", "conversation_id": again.conversation_id}
    status = (await again.client.post("/api/chat", json=message)).status_code
    assert status == (200 if database.is_sqlite else 409)  # on PostgreSQL another replica may still be at it


async def test_deleting_the_conversation_of_a_running_turn(talk: Talk) -> None:
    await many(talk)
    answer, turn_id = await busy(talk)
    assert (await talk.client.delete(f"/api/conversations/{talk.conversation_id}")).status_code == 204
    events = parsed((await answer).text)
    assert events[-1].name == "done"
    assert (await talk.client.get(f"/api/turns/{turn_id}/stream")).status_code == 404
    assert len(await talk.titles()) == 15 - sum(event.name == "receipt" for event in events)


async def test_turns_of_others_are_not_there(ada: Talk, sign_up: SignUp) -> None:
    reply = await ada.say("hello")
    eve = await sign_up("eve@example.org")
    for method, path in (("GET", "stream"), ("POST", "stop"), ("POST", "approve"), ("POST", "reject")):
        assert (await eve.request(method, f"/api/turns/{reply.turn_id}/{path}")).status_code == 404
    mine = {"message": "hi", "conversation_id": ada.conversation_id}
    assert (await eve.post("/api/chat", json=mine)).status_code == 404


@pytest.mark.parametrize("message", ["", "   ", "x" * 2001, "nul\0nul"])
async def test_messages_that_cannot_be_said(talk: Talk, message: str) -> None:
    answer = await talk.client.post("/api/chat", json={"message": message})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert (await talk.client.get("/api/conversations")).json()["items"] == []


async def test_half_a_character(talk: Talk) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await talk.client.post("/api/chat", content=b'{"message": "\\ud800"}', headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_the_longest_message(talk: Talk) -> None:
    assert (await talk.say("x" * 2000)).events[-1].name == "done"
