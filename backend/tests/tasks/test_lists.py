"""Lists: their names, and their tasks that come and go with them."""

import asyncio
from uuid import uuid4

import pytest

from fixtures.people import Person, Town

LIST = {"id", "name", "position", "version", "open_tasks", "created_at", "updated_at", "deleted_at"}


async def test_a_list_counts_what_is_open(ada: Person) -> None:
    made = await ada.post("/api/lists", name=" Work ")
    assert (set(made), made["name"], made["open_tasks"], made["version"]) == (LIST, "Work", 0, 1)
    first, *_ = [await ada.add(list="work") for _ in range(3)]
    await ada.post(f"/api/tasks/{first['id']}/complete")
    assert (await ada.get("/api/lists"))["items"] == [{**made, "open_tasks": 2}]
    assert (await ada.get(f"/api/lists/{made['id']}"))["open_tasks"] == 2


@pytest.mark.parametrize("name", ["work", "WORK", "  Work "])
async def test_a_name_is_taken_in_upper_and_lower_case_alike(ada: Person, name: str) -> None:
    await ada.post("/api/lists", name="Work")
    other = await ada.post("/api/lists", name="Home")
    for method, path in (("POST", "/api/lists"), ("PATCH", f"/api/lists/{other['id']}")):
        answer = await ada.client.request(method, path, json={"name": name})
        assert (answer.status_code, answer.json()["code"]) == (409, "name_taken")
    assert await ada.patch(f"/api/lists/{other['id']}", name="HOME") != other


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": "x" * 101}, {"name": "a\0b"}, {"name": "none"}, {"id": 7}])
async def test_refused(ada: Person, body: dict[str, object]) -> None:
    made = await ada.post("/api/lists", name="Home")
    for method, path in (("POST", "/api/lists"), ("PATCH", f"/api/lists/{made['id']}")):
        assert (await ada.client.request(method, path, json=body)).status_code == 422
    assert (await ada.get("/api/lists"))["items"] == [made]


async def test_two_who_make_the_same_list_get_one(ada: Person, town: Town) -> None:
    answers = await asyncio.gather(*(ada.client.post("/api/lists", json={"name": "Trip"}) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]


async def test_tasks_that_name_the_same_new_list_at_once_share_it(ada: Person) -> None:
    tasks = await asyncio.gather(*(ada.add(str(number), list="Trip") for number in range(4)))
    assert [task["list"] for task in tasks] == ["Trip"] * 4
    assert [found["open_tasks"] for found in (await ada.get("/api/lists"))["items"]] == [4]


async def test_lists_renamed_alike_at_once_stay_apart(ada: Person) -> None:
    made = [await ada.post("/api/lists", name=f"List {number}") for number in range(4)]
    answers = await asyncio.gather(*(ada.client.patch(f"/api/lists/{one['id']}", json={"name": "A"}) for one in made))
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_a_renamed_list_renames_itself_in_its_tasks(ada: Person) -> None:
    task = await ada.add(list="Home")
    made = (await ada.get("/api/lists"))["items"][0]
    renamed = await ada.patch(f"/api/lists/{made['id']}", name="House", position=-1, version=1)
    assert (renamed["name"], renamed["position"], renamed["version"]) == ("House", -1, 2)
    assert (await ada.get(f"/api/tasks/{task['id']}"))["list"] == "House"
    assert await ada.titles(list="house") == ["Buy milk"]
    late = await ada.client.patch(f"/api/lists/{made['id']}", json={"name": "Mine", "version": 1})
    assert (late.status_code, late.json()["code"]) == (409, "version_conflict")
    assert (late.json()["current"]["name"], late.json()["yours"]["name"]) == ("House", "Mine")


@pytest.mark.parametrize("by", ["x-event-id", "x-turn-id"])
async def test_deleting_takes_the_tasks_along_and_one_undo_brings_all_back(ada: Person, by: str) -> None:
    tasks = [await ada.add(str(number), list="Home") for number in range(3)]
    done = await ada.post(f"/api/tasks/{tasks[2]['id']}/complete")
    await ada.add("elsewhere")
    made = (await ada.get("/api/lists"))["items"][0]
    answer = await ada.client.delete(f"/api/lists/{made['id']}")
    assert (answer.json()["deleted_at"] is not None, answer.json()["open_tasks"]) == (True, 0)
    assert await ada.titles(status="all") == ["elsewhere"]
    assert (await ada.get("/api/lists"))["items"] == []
    kind = "events" if by == "x-event-id" else "turns"
    undone = await ada.post(f"/api/{kind}/{answer.headers[by]}/undo")
    assert len(undone["events"]) == 4
    assert await ada.titles() == ["0", "1", "elsewhere"]
    assert (await ada.get(f"/api/tasks/{done['id']}"))["completed_at"] == done["completed_at"]
    assert [found["open_tasks"] for found in (await ada.get("/api/lists"))["items"]] == [2]


async def test_deleting_twice_is_no_change(ada: Person) -> None:
    made = await ada.post("/api/lists", name="Home")
    await ada.client.delete(f"/api/lists/{made['id']}")
    again = await ada.client.delete(f"/api/lists/{made['id']}")
    assert (again.status_code, "x-turn-id" in again.headers) == (200, False)
    assert (await ada.client.patch(f"/api/lists/{made['id']}", json={"name": "x"})).status_code == 404
    assert (await ada.client.delete(f"/api/lists/{uuid4()}")).status_code == 404


async def test_a_list_is_not_restored_beside_another_of_its_name(ada: Person) -> None:
    made = await ada.post("/api/lists", name="Home")
    deleted = await ada.client.delete(f"/api/lists/{made['id']}")
    other = await ada.post("/api/lists", name="HOME")
    assert (await ada.client.post(f"/api/lists/{made['id']}/restore")).json()["code"] == "name_taken"
    undo = await ada.client.post(f"/api/turns/{deleted.headers['x-turn-id']}/undo")
    assert (undo.status_code, undo.json()["code"]) == (409, "undo_conflict")
    await ada.patch(f"/api/lists/{other['id']}", name="Other")
    assert (await ada.post(f"/api/lists/{made['id']}/restore"))["deleted_at"] is None


async def test_a_restored_task_brings_its_list_back(ada: Person) -> None:
    task, other = await ada.add("one", list="Home"), await ada.add("two", list="Home")
    made = (await ada.get("/api/lists"))["items"][0]
    await ada.client.delete(f"/api/lists/{made['id']}")
    assert (await ada.post(f"/api/tasks/{task['id']}/restore"))["list"] == "Home"
    assert [found["id"] for found in (await ada.get("/api/lists"))["items"]] == [made["id"]]
    await ada.client.delete(f"/api/lists/{made['id']}")
    another = await ada.post("/api/lists", name="home")
    assert (await ada.post(f"/api/tasks/{other['id']}/restore"))["list"] == "home"
    assert [found["id"] for found in (await ada.get("/api/lists"))["items"]] == [another["id"]]


async def test_no_task_is_left_in_a_list_that_is_deleted_meanwhile(ada: Person) -> None:
    for round_number in range(5):
        made = await ada.post("/api/lists", name=f"List {round_number}")
        await asyncio.gather(
            ada.add("late", list=made["name"]), ada.client.delete(f"/api/lists/{made['id']}"), ada.add("x", list="Z")
        )
    names = {found["name"] for found in (await ada.get("/api/lists"))["items"]}
    assert {task["list"] for task in (await ada.get("/api/tasks"))["items"]} <= names
