"""Taking back and bringing back: one change, a whole turn; all of it, or nothing."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from fixtures.people import Join, Person, Town
from todo.history.event import Turn
from todo.kit.ids import new_id
from todo.tasks.repository import purge


async def undo(ada: Person, turn_id: str, word: str = "undo") -> tuple[int, Any]:
    answer = await ada.client.post(f"/api/turns/{turn_id}/{word}")
    return answer.status_code, answer.json()


async def state(ada: Person) -> Any:
    return [await ada.get("/api/tasks", status=status) for status in ("all", "deleted")], await ada.get("/api/lists")


async def test_one_change_is_taken_back_and_the_others_stay(ada: Person) -> None:
    task = await ada.add()
    path = f"/api/tasks/{task['id']}"
    renamed = await ada.client.patch(path, json={"title": "Buy bread"})
    await ada.patch(path, priority="high")
    undone = await ada.post(f"/api/events/{renamed.headers['x-event-id']}/undo")
    assert [(event["action"], event["undoes_id"]) for event in undone["events"]] == [
        ("undo", renamed.headers["x-event-id"])
    ]
    found = await ada.get(path)
    assert (found["title"], found["priority"], found["version"]) == ("Buy milk", "high", 4)
    assert undone["events"][0]["after"] == found
    assert [event["undone"] for event in await ada.events()] == [False, False, True, False]


async def test_a_turn_is_taken_back_and_brought_back_as_a_whole(ada: Person, town: Town) -> None:
    turn = Turn(new_id())
    for title in ("a", "b", "c"):
        await town.services.tasks.create(ada.caller, {"title": title, "list": "Trip"}, turn)
    before = await state(ada)
    status, undone = await undo(ada, str(turn.id))
    assert (status, len(undone["events"])) == (200, 4)
    assert (await ada.titles(status="all"), (await ada.get("/api/lists"))["items"]) == ([], [])
    assert (await undo(ada, str(turn.id)))[0] == 409
    assert (await undo(ada, str(turn.id), "redo"))[0] == 200
    assert await ada.titles() == ["a", "b", "c"]
    assert (await undo(ada, str(turn.id), "redo"))[0] == 409
    assert [task["list"] for task in before[0][0]["items"]] == ["Trip"] * 3
    assert (await undo(ada, str(turn.id)))[0] == 200


async def test_a_change_since_is_a_conflict_and_nothing_is_half_done(ada: Person, town: Town) -> None:
    turn = Turn(new_id())
    made = [(await town.services.tasks.create(ada.caller, {"title": title}, turn)).task for title in "abc"]
    await ada.patch(f"/api/tasks/{made[0].id}", title="changed since")
    before, events = await state(ada), await ada.events()
    status, problem = await undo(ada, str(turn.id))
    assert (status, problem["code"]) == (409, "undo_conflict")
    assert "changed since" in problem["detail"]
    assert await state(ada) == before
    assert await ada.events() == events


async def test_what_was_taken_back_by_hand_already_is_no_obstacle(ada: Person, town: Town) -> None:
    one, two = [await ada.add(title) for title in "ab"]
    turn = Turn(new_id())
    for task in (one, two):
        await town.services.tasks.complete(ada.caller, UUID(task["id"]), turn)
    await ada.post(f"/api/tasks/{one['id']}/reopen")
    assert [event["entity_id"] for event in (await undo(ada, str(turn.id)))[1]["events"]] == [two["id"]]
    assert await ada.titles() == ["a", "b"]


async def test_an_undo_is_not_undone_itself(ada: Person) -> None:
    await ada.add()
    added = (await ada.events())[0]
    event = (await ada.post(f"/api/events/{added['id']}/undo"))["events"][0]
    for path in (f"/api/events/{event['id']}/undo", f"/api/turns/{event['turn_id']}/undo"):
        answer = await ada.client.post(path)
        assert (answer.status_code, answer.json()["code"]) == (409, "undo_conflict")


async def test_undone_by_many_at_once_is_undone_once(ada: Person) -> None:
    await ada.add(list="Trip")
    turn = (await ada.events())[0]["turn_id"]
    answers = await asyncio.gather(*(ada.client.post(f"/api/turns/{turn}/undo") for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 4]
    assert len(await ada.events()) == 4


async def test_what_is_gone_for_good_stays_gone(ada: Person, town: Town) -> None:
    task = await ada.add()
    turn = (await ada.client.delete(f"/api/tasks/{task['id']}")).headers["x-turn-id"]
    async with town.services.database.write() as transaction:
        await purge(transaction, town.clock() + timedelta(seconds=1))
    status, problem = await undo(ada, turn)
    assert (status, problem["code"]) == (409, "undo_conflict")
    assert "for good" in problem["detail"]


async def test_a_new_list_that_others_use_by_now_stays(ada: Person) -> None:
    await ada.add("first", list="Trip")
    turn = (await ada.events())[0]["turn_id"]
    await ada.add("second", list="Trip")
    status, undone = await undo(ada, turn)
    assert (status, [event["entity"] for event in undone["events"]]) == (200, ["task"])
    assert [(found["name"], found["open_tasks"]) for found in (await ada.get("/api/lists"))["items"]] == [("Trip", 1)]
    assert (await undo(ada, turn, "redo"))[0] == 200
    assert sorted(await ada.titles(list="Trip")) == ["first", "second"]
    made = (await ada.events())[-1]
    assert made["entity"] == "list"
    assert (await ada.client.post(f"/api/events/{made['id']}/undo")).json()["code"] == "undo_conflict"


async def test_a_task_does_not_come_back_into_a_list_that_is_gone(ada: Person) -> None:
    task = await ada.add(list="Trip")
    deleted = (await ada.client.delete(f"/api/tasks/{task['id']}")).headers["x-turn-id"]
    made = (await ada.get("/api/lists"))["items"][0]
    list_deleted = (await ada.client.delete(f"/api/lists/{made['id']}")).headers["x-turn-id"]
    status, problem = await undo(ada, deleted)
    assert (status, "list" in problem["detail"]) == (409, True)
    assert (await undo(ada, list_deleted))[0] == 200
    assert (await undo(ada, deleted))[0] == 200
    assert await ada.titles(list="Trip") == ["Buy milk"]


async def test_a_move_is_taken_back_to_the_list_by_its_present_name(ada: Person) -> None:
    task = await ada.add(list="Home")
    moved = await ada.client.patch(f"/api/tasks/{task['id']}", json={"list": "Work"})
    home = (await ada.get("/api/lists"))["items"][0]
    await ada.patch(f"/api/lists/{home['id']}", name="House")
    await ada.post(f"/api/events/{moved.headers['x-event-id']}/undo")
    assert (await ada.get(f"/api/tasks/{task['id']}"))["list"] == "House"
    assert [found["name"] for found in (await ada.get("/api/lists"))["items"]] == ["House"]


async def test_the_zone_of_a_date_comes_back_with_it(ada: Person) -> None:
    task = await ada.add()
    await ada.patch("/api/me", time_zone="Asia/Tokyo")
    moved = await ada.client.patch(f"/api/tasks/{task['id']}", json={"due": "2026-11-24T09:00"})
    assert moved.json()["zone"] == "Asia/Tokyo"
    for word in ("undo", "redo", "undo"):
        assert (await undo(ada, moved.headers["x-turn-id"], word))[0] == 200
    found = await ada.get(f"/api/tasks/{task['id']}")
    assert (found["due"], found["zone"]) == (None, "Europe/Berlin")


async def test_redo_keeps_what_was_changed_while_it_was_undone(ada: Person) -> None:
    task = await ada.add("As added")
    turn = (await ada.events())[0]["turn_id"]
    assert (await undo(ada, turn))[0] == 200
    await ada.post(f"/api/tasks/{task['id']}/restore")
    await ada.patch(f"/api/tasks/{task['id']}", title="Edited since")
    await ada.client.delete(f"/api/tasks/{task['id']}")
    assert (await undo(ada, turn, "redo"))[0] == 200
    assert await ada.titles() == ["Edited since"]


@pytest.mark.parametrize("path", ["events/{}/undo", "turns/{}/undo", "turns/{}/redo"])
async def test_what_nobody_did_is_not_found(ada: Person, join: Join, path: str) -> None:
    other = await join()
    await other.add()
    event = (await other.events())[0]
    for name in (new_id(), event["id"] if "events" in path else event["turn_id"]):
        assert (await ada.client.post(f"/api/{path.format(name)}")).status_code == 404
    assert await other.titles() == ["Buy milk"]
