"""One task after the other over HTTP: what is stored, what is answered, and what is refused."""

from typing import Any
from uuid import uuid4

import pytest

from fixtures.people import Person, Town

TASK = {
    "id", "title", "description", "status", "due", "zone", "repeat", "priority", "list", "tags", "position", "version",
    "source", "created_at", "updated_at", "completed_at", "deleted_at",
}  # fmt: skip


async def test_a_task_is_stored_as_it_was_given(ada: Person) -> None:
    given: dict[str, Any] = {
        "title": "Send the report", "description": "two\nlines", "due": "2026-11-24T17:00",
        "repeat": "FREQ=WEEKLY;BYDAY=TU", "priority": "high", "list": "Work", "tags": ["#Boss", "q4 plan", "boss"],
    }  # fmt: skip
    task = await ada.add(**given)
    assert set(task) == TASK
    assert {key: task[key] for key in given} == {**given, "tags": ["boss", "q4-plan"]}
    assert (task["status"], task["zone"], task["source"], task["version"]) == ("open", "Europe/Berlin", "person", 1)
    assert await ada.get(f"/api/tasks/{task['id']}") == task


async def test_an_update_keeps_what_it_does_not_name(ada: Person, town: Town) -> None:
    task = await ada.add(due="2026-11-24T17:00", repeat="FREQ=DAILY", list="Home", tags=["a"], priority="low")
    town.clock.advance(minutes=1)
    changed = (await ada.client.patch(f"/api/tasks/{task['id']}", json={"due": "2026-11-25"})).json()
    assert changed == {**task, "due": "2026-11-25", "version": 2, "updated_at": "2026-11-23T09:01:00Z"}


async def test_null_clears_a_field(ada: Person) -> None:
    task = await ada.add(
        description="x", due="2026-11-24", repeat="FREQ=DAILY", list="Home", tags=["a"], priority="low"
    )
    cleared = {"description": None, "due": None, "repeat": None, "list": None, "tags": None, "priority": None}
    changed = (await ada.client.patch(f"/api/tasks/{task['id']}", json=cleared)).json()
    assert {key: changed[key] for key in cleared} == {**cleared, "tags": [], "priority": "none"}


@pytest.mark.parametrize("act", ["complete", "reopen", "restore"])
async def test_what_is_so_already_is_no_change(ada: Person, act: str) -> None:
    task = await ada.add()
    if act == "complete":
        task = await ada.post(f"/api/tasks/{task['id']}/complete")
    before = await ada.get("/api/history")
    answer = await ada.client.post(f"/api/tasks/{task['id']}/{act}")
    assert (answer.status_code, answer.json()) == (200, task)
    assert not {"x-turn-id", "x-event-id"} & set(answer.headers)
    assert await ada.get("/api/history") == before


async def test_the_same_values_again_are_no_change(ada: Person) -> None:
    task = await ada.add(due="2026-11-24", list="Home")
    same = {"title": " Buy  milk ", "due": "2026-11-24", "list": "HOME", "position": None}
    answer = await ada.client.patch(f"/api/tasks/{task['id']}", json=same)
    assert answer.json() == task
    assert "x-turn-id" not in answer.headers


async def test_a_change_is_named_in_the_headers(ada: Person) -> None:
    answer = await ada.client.post("/api/tasks", json={"title": "Paint", "list": "New list"})
    newest = (await ada.get("/api/history"))["items"][0]
    assert (newest["entity_id"], newest["action"]) == (answer.json()["id"], "add")
    assert answer.headers["x-event-id"] == newest["id"]
    assert answer.headers["x-turn-id"] == newest["turn_id"]


async def test_a_deleted_task_waits_in_the_trash(ada: Person) -> None:
    task = await ada.add()
    deleted = (await ada.client.delete(f"/api/tasks/{task['id']}")).json()
    assert deleted["deleted_at"]
    assert (await ada.client.delete(f"/api/tasks/{task['id']}")).json() == deleted
    assert await ada.titles() == []
    assert await ada.titles(status="deleted") == ["Buy milk"]
    assert (await ada.get(f"/api/tasks/{task['id']}")) == deleted
    for act in ("complete", "reopen"):
        assert (await ada.client.post(f"/api/tasks/{task['id']}/{act}")).status_code == 404
    refused = await ada.client.patch(f"/api/tasks/{task['id']}", json={"title": "x"})
    assert "Restore it first" in refused.json()["detail"]
    restored = await ada.post(f"/api/tasks/{task['id']}/restore")
    assert (restored["deleted_at"], restored["version"]) == (None, 3)


async def test_an_unknown_task_is_not_found(ada: Person) -> None:
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/complete"), ("POST", "/restore")):
        body = {"title": "x"} if method == "PATCH" else None
        answer = await ada.client.request(method, f"/api/tasks/{uuid4()}{path}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert (await ada.client.get("/api/tasks/7")).status_code == 422


async def test_a_naming_of_nothing_is_refused(ada: Person) -> None:
    task = await ada.add()
    bodies: tuple[Any, ...] = ({}, {"version": 1}, {"colour": "red"}, {"title": None}, {"id": task["id"]}, [])
    for body in (*bodies, {"status": "done"}):
        answer = await ada.client.patch(f"/api/tasks/{task['id']}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request"), body
    assert await ada.get(f"/api/tasks/{task['id']}") == task
