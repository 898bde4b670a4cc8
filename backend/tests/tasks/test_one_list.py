"""What a token for one list can do there, and how it is kept there."""

from dataclasses import replace
from uuid import UUID

import pytest

from fixtures.people import Join, Person, Town
from todo.errors import Forbidden, NotFound
from todo.history.service import own_turn
from todo.kit.caller import Caller, Grant
from todo.kit.ids import new_id
from todo.tasks.query import TaskQuery
from todo.tasks.repository import TaskRepository


@pytest.fixture
async def work(ada: Person) -> str:
    """The id of Ada's list "Work", which holds a report; she has milk elsewhere."""
    await ada.add("Milk", list="Shop")
    await ada.add("Bread")
    await ada.add("Report", list="Work")
    lists = {found["name"]: found["id"] for found in (await ada.get("/api/lists"))["items"]}
    return str(lists["Work"])


@pytest.fixture
async def program(ada: Person, work: str, join: Join) -> Person:
    """Ada's program, for "Work" alone."""
    made = await ada.post("/api/tokens", name="CI", scopes=["read", "write"], list_id=work)
    return await join(cookies={}, headers={"Authorization": f"Bearer {made['token']}"})


async def test_it_sees_that_list_alone(program: Person) -> None:
    assert await program.titles(status="all") == ["Report"]
    assert await program.titles(list="Shop") == []
    assert await program.titles(list="none") == []
    assert [found["name"] for found in (await program.get("/api/lists"))["items"]] == ["Work"]


async def test_what_it_adds_goes_there(ada: Person, program: Person) -> None:
    assert (await program.add("Slides"))["list"] == "Work"
    assert (await program.add("Notes", list="work"))["list"] == "Work"
    assert await ada.titles(list="Work", sort="created") == ["Report", "Slides", "Notes"]


@pytest.mark.parametrize("name", ["Shop", "New"])
async def test_nothing_is_added_elsewhere(ada: Person, program: Person, name: str) -> None:
    answer = await program.client.post("/api/tasks", json={"title": "Slides", "list": name})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert sorted(await ada.titles()) == ["Bread", "Milk", "Report"]
    assert "New" not in [found["name"] for found in (await ada.get("/api/lists"))["items"]]


@pytest.mark.parametrize("name", ["Shop", "New", None])
async def test_nothing_leaves(program: Person, name: str | None) -> None:
    (report,) = (await program.get("/api/tasks"))["items"]
    answer = await program.client.patch(f"/api/tasks/{report['id']}", json={"title": "x", "list": name})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (await program.get("/api/tasks"))["items"] == [report]


async def test_tasks_there_can_be_changed_in_every_way(program: Person) -> None:
    report = (await program.get("/api/tasks"))["items"][0]["id"]
    await program.patch(f"/api/tasks/{report}", title="Final report", list="Work", due="2026-11-24")
    for way in ("complete", "reopen"):
        await program.post(f"/api/tasks/{report}/{way}")
    assert (await program.client.delete(f"/api/tasks/{report}")).status_code == 200
    assert await program.titles() == []
    await program.post(f"/api/tasks/{report}/restore")
    assert await program.titles() == ["Final report"]


async def test_it_undoes_what_it_did_and_nothing_else(ada: Person, program: Person) -> None:
    slides = await program.client.post("/api/tasks", json={"title": "Slides"})
    others = [event["turn_id"] for event in await ada.events() if event["actor"] == "person"][1:]
    assert len(await program.events()) == 1
    for turn in others:
        assert (await program.client.post(f"/api/turns/{turn}/undo")).status_code == 404
    await program.post(f"/api/turns/{slides.headers['x-turn-id']}/undo")
    assert await program.titles() == ["Report"]
    await program.post(f"/api/turns/{slides.headers['x-turn-id']}/redo")
    assert await program.titles() == ["Report", "Slides"]


async def test_it_cannot_fetch_back_what_was_moved_out(ada: Person, program: Person) -> None:
    report = (await program.get("/api/tasks"))["items"][0]["id"]
    renamed = await program.client.patch(f"/api/tasks/{report}", json={"title": "Final report"})
    await ada.patch(f"/api/tasks/{report}", list="Shop")
    answer = await program.client.post(f"/api/turns/{renamed.headers['x-turn-id']}/undo")
    assert answer.status_code == 409
    assert (await ada.get(f"/api/tasks/{report}"))["title"] == "Final report"


async def test_while_the_list_is_in_the_trash_there_is_nothing(ada: Person, program: Person, work: str) -> None:
    assert (await ada.client.delete(f"/api/lists/{work}")).status_code == 200
    assert await program.titles() == []
    answer = await program.client.post("/api/tasks", json={"title": "Slides"})
    assert (answer.status_code, "in the trash" in answer.text) == (404, True)


async def test_the_repository_itself_keeps_within(town: Town, ada: Person, work: str) -> None:
    """Whatever a service forgets."""
    services = town.services
    (milk,) = (await services.tasks.page(ada.caller, TaskQuery(words="milk"))).items
    bound: Caller = replace(ada.caller, session_id=None, grant=Grant(new_id(), "CI", UUID(work)))
    async with services.database.write() as transaction:
        everything, within = (TaskRepository(transaction, caller) for caller in (ada.caller, bound))
        record = await everything.get(milk.id)
        assert record is not None
        assert await within.get(milk.id) is None
        assert await within.in_list(record.list_id or new_id()) == []
        assert await within.with_any_word(["milk"], ["open"], 10) == []
        for store in (within.save, within.add):
            with pytest.raises(Forbidden):
                await store(record)
    with pytest.raises(NotFound):
        await services.tasks.delete(bound, milk.id, own_turn())
