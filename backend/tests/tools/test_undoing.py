"""A client's "undo" is about what that client did."""

import pytest

from fixtures.people import Person
from tools.remote import ERAS, Era, Invite, Remote


@pytest.mark.parametrize("era", ERAS)
async def test_the_newest_of_its_own_and_then_further_back(ada: Person, laptop: Remote, era: Era) -> None:
    for title in ("Milk", "Eggs"):
        await laptop.call("add_task", era, title=title)
    await ada.add("By hand")
    assert (await laptop.call("undo", era)).text == "Undone: Eggs"
    assert (await laptop.call("undo", era)).text == "Undone: Milk"
    assert await ada.titles() == ["By hand"]
    assert (await laptop.call("undo", era, redo=True)).text == "Redone: Milk"
    assert (await laptop.call("undo", era, redo=True)).text == "Redone: Eggs"
    assert (await laptop.call("undo", era, redo=True)).data["error"] == "nothing_to_redo"
    assert sorted(await ada.titles()) == ["By hand", "Eggs", "Milk"]


async def test_a_new_act_ends_redo(ada: Person, laptop: Remote) -> None:
    await laptop.call("add_task", title="Milk")
    await laptop.call("undo")
    await laptop.call("add_task", title="Eggs")
    assert (await laptop.call("undo", redo=True)).data["error"] == "nothing_to_redo"


async def test_two_programs_of_one_name_are_two(ada: Person, invite: Invite) -> None:
    first, second = await invite(ada), await invite(ada)
    await first.call("add_task", title="Milk")
    await second.call("add_task", title="Eggs")
    assert (await first.call("undo")).text == "Undone: Milk"


async def test_with_nothing_of_its_own_the_newest_elsewhere_is_named(ada: Person, laptop: Remote) -> None:
    assert (await laptop.call("undo")).data["error"] == "nothing_to_undo"
    await ada.add("By hand")
    asked = await laptop.call("undo")
    assert (asked.data["error"], asked.data["newest"]["name"]) == ("elsewhere", "By hand")
    assert await ada.titles() == ["By hand"]
    assert not (await laptop.call("undo", turn=asked.data["newest"]["turn_id"])).failed
    assert await ada.titles() == []


@pytest.mark.parametrize("era", ERAS)
async def test_for_one_list_it_is_never_told_of_others(ada: Person, invite: Invite, era: Era) -> None:
    work = await ada.post("/api/lists", name="Work")
    await ada.add("By hand")
    within = await invite(ada, list_id=work["id"])
    assert (await within.call("undo", era)).data["error"] == "nothing_to_undo"
    added = await within.call("add_task", era, title="Slides")
    assert added.task["list"] == "Work"
    assert (await within.call("list_tasks", era)).titles == ["Slides"]
    moved = await within.call("update_task", era, task="slides", list="none")
    assert (moved.data["error"], "stay there" in moved.text) == ("forbidden", True)
    assert (await within.call("undo", era)).text == "Undone: Slides"
