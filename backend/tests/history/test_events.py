"""What the history says of every change: who, what, before and after, in one transaction with it."""

import asyncio
import base64
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from fixtures.people import Person, Town
from todo.history.event import Turn
from todo.history.models import task_events
from todo.history.service import own_turn
from todo.kit.ids import new_id
from todo.tasks.models import lists, tasks

EVENT = {
    "id", "seq", "turn_id", "conversation_id", "actor", "action", "entity", "entity_id", "before", "after", "undone",
    "created_at", "cause_id", "undoes_id",
}  # fmt: skip


async def test_every_act_is_an_event_with_both_states(ada: Person) -> None:
    task = await ada.add()
    path, states = f"/api/tasks/{task['id']}", [None, task]
    states.append(await ada.patch(path, title="Buy bread"))
    states.append(await ada.post(f"{path}/complete"))
    states.append(await ada.post(f"{path}/reopen"))
    states.append((await ada.client.delete(path)).json())
    states.append(await ada.post(f"{path}/restore"))
    events = (await ada.events())[::-1]
    assert [event["action"] for event in events] == ["add", "update", "complete", "reopen", "delete", "restore"]
    assert [event["before"] for event in events] == states[:-1]
    assert [event["after"] for event in events] == states[1:]
    assert [event["seq"] for event in events] == [1, 2, 3, 4, 5, 6]
    for event in events:
        assert set(event) == EVENT
        assert (event["actor"], event["entity"], event["entity_id"]) == ("person", "task", task["id"])
        assert (event["undone"], event["conversation_id"]) == (False, None)


async def test_an_event_names_its_actor_and_turn(ada: Person, town: Town) -> None:
    turn = Turn(new_id())
    for source in ("assistant", "mcp:desk"):
        await town.services.tasks.create(replace(ada.caller, source=source), {"title": source}, turn)
    events = await ada.events()
    assert [(event["actor"], event["after"]["source"]) for event in events] == [
        ("mcp:desk", "mcp:desk"),
        ("assistant", "assistant"),
    ]
    assert {event["turn_id"] for event in events} == {str(turn.id)}


async def test_a_task_in_a_new_list_is_two_events_of_one_turn(ada: Person) -> None:
    await ada.add(list="Trip")
    task_event, list_event = await ada.events()
    assert (list_event["entity"], list_event["before"], list_event["after"]["name"]) == ("list", None, "Trip")
    assert list_event["turn_id"] == task_event["turn_id"]
    assert list_event["cause_id"] == task_event["id"]


async def test_the_history_of_one_task_is_paged(ada: Person) -> None:
    await ada.add("other")
    task = await ada.add()
    for number in range(5):
        await ada.patch(f"/api/tasks/{task['id']}", title=f"t{number}")
    found: list[dict[str, Any]] = []
    page: dict[str, Any] = {"next_cursor": ""}
    while page["next_cursor"] is not None:
        cursor = {"cursor": page["next_cursor"]} if page["next_cursor"] else {}
        page = await ada.get("/api/history", task=task["id"], limit=2, **cursor)
        found += page["items"]
        assert len(page["items"]) <= 2
    assert [event["after"]["title"] for event in found] == ["t4", "t3", "t2", "t1", "t0", "Buy milk"]


@pytest.mark.parametrize("cursor", ["x", "WzE", "WyJhIl0", "W3RydWVd", "WzEsMl0"])
async def test_a_cursor_not_of_ours_is_refused(ada: Person, cursor: str) -> None:
    assert (await ada.client.get("/api/history", params={"cursor": cursor})).status_code == 422


@pytest.mark.parametrize("seq", ["99999999999999999999999999", "-99999999999999999999999999", "0"])
async def test_a_cursor_far_away_is_no_failure(ada: Person, seq: str) -> None:
    await ada.add()
    cursor = base64.urlsafe_b64encode(f"[{seq}]".encode()).decode().rstrip("=")
    answer = await ada.client.get("/api/history", params={"cursor": cursor})
    assert answer.status_code == 200
    assert len(answer.json()["items"]) == (1 if seq[0] == "9" else 0)


async def _rows(town: Town, user_id: UUID) -> list[int]:
    async with town.services.database.read() as connection:
        counted = [select(func.count()).where(table.c.user_id == user_id) for table in (tasks, lists, task_events)]
        return [(await connection.execute(statement)).scalar_one() for statement in counted]


async def test_a_change_whose_event_cannot_be_stored_is_not_made(ada: Person, town: Town) -> None:
    nowhere = Turn(new_id(), conversation_id=new_id())
    with pytest.raises(Exception, match="deleted meanwhile"):
        await town.services.tasks.create(ada.caller, {"title": "x", "list": "Trip"}, nowhere)
    assert await _rows(town, ada.caller.user_id) == [0, 0, 0]


async def test_numbers_count_up_in_the_order_of_commit(ada: Person, town: Town) -> None:
    seen: list[int] = []

    async def follow() -> None:
        """Never sees a number below one that it saw before."""
        while len(seen) < 24:
            newest = (await town.services.history.page(ada.caller, cursor=None, limit=200, entity_id=None)).items
            numbers = [event.seq for event in newest][::-1]
            assert numbers == list(range(1, len(numbers) + 1))
            assert numbers[: len(seen)] == seen
            seen[:] = numbers
            await asyncio.sleep(0)

    async def make(number: int) -> None:
        await town.services.tasks.create(ada.caller, {"title": str(number), "list": f"L{number % 3}"}, own_turn())

    await asyncio.wait_for(asyncio.gather(follow(), *(make(number) for number in range(21))), 30)
    assert seen == list(range(1, 25))
