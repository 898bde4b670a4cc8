"""Two people at once on one task: nobody's change is lost without a word."""

import asyncio
from itertools import pairwise

import pytest

from fixtures.people import Person


@pytest.mark.parametrize(
    ("act", "body", "yours"),
    [
        ("", {"title": "Theirs", "list": " new  list ", "due": "2026-11-24"}, {"title": "Theirs", "list": "new list"}),
        ("", {"list": None, "tags": None}, {"list": None, "tags": []}),
        ("/complete", {}, {"status": "done"}),
        ("/reopen", {}, {"status": "open"}),
        ("/restore", {}, {"deleted_at": None}),
    ],
)
async def test_an_old_version_is_refused_with_both_tasks(
    ada: Person, act: str, body: dict[str, object], yours: dict[str, object]
) -> None:
    task = await ada.add(list="Home", tags=["a"])
    current = await ada.patch(f"/api/tasks/{task['id']}", title="Mine")
    lists = await ada.get("/api/lists")
    answer = await ada.client.request(
        "POST" if act else "PATCH", f"/api/tasks/{task['id']}{act}", json={**body, "version": 1}
    )
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["current"]) == (409, "version_conflict", current)
    assert set(problem["yours"]) == set(current)
    assert {key: problem["yours"][key] for key in yours} == yours
    assert await ada.get(f"/api/tasks/{task['id']}") == current
    assert await ada.get("/api/lists") == lists
    assert (await ada.client.patch(f"/api/tasks/{task['id']}", json={"title": "Now", "version": 2})).is_success


async def test_of_many_changes_to_one_version_one_is_made(ada: Person) -> None:
    task = await ada.add()
    answers = await asyncio.gather(
        *(
            ada.client.patch(f"/api/tasks/{task['id']}", json={"title": str(number), "version": 1})
            for number in range(6)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 5]


async def test_changes_of_different_fields_at_once_are_all_made(ada: Person) -> None:
    task = await ada.add()
    fields = {"title": "New", "description": "text", "priority": "high", "due": "2026-11-24", "list": "Trip"}
    path = f"/api/tasks/{task['id']}"
    await asyncio.gather(*(ada.patch(path, **{name: value}) for name, value in fields.items()))
    found = await ada.get(path)
    assert {name: found[name] for name in fields} == fields
    assert found["version"] == 6
    events = [event for event in await ada.events() if event["action"] == "update"]
    for newer, older in pairwise(events):
        assert newer["before"] == older["after"]


@pytest.mark.parametrize("act", ["complete", "delete"])
async def test_the_same_act_many_times_at_once_is_done_once(ada: Person, act: str) -> None:
    task = await ada.add(repeat="FREQ=DAILY", due="2026-11-23")
    path = f"/api/tasks/{task['id']}"
    call = ("DELETE", path) if act == "delete" else ("POST", f"{path}/{act}")
    answers = await asyncio.gather(*(ada.client.request(*call) for _ in range(5)))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert len([answer for answer in answers if "x-turn-id" in answer.headers]) == 1
    assert len(await ada.titles()) == (1 if act == "complete" else 0)
