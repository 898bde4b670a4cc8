"""What was deleted is kept for 30 days, and then it is gone."""

from datetime import timedelta

import pytest

from fixtures.people import Person, Town
from todo.errors import NotFound
from todo.history.service import own_turn
from todo.tasks.query import TaskQuery


async def test_the_trash_is_emptied_after_thirty_days(ada: Person, town: Town) -> None:
    tasks, lists, who = town.services.tasks, town.services.lists, ada.caller
    made = {}
    for title, name in (("kept", None), ("in a list", "Old"), ("deleted", None), ("deleted later", None)):
        made[title] = (await tasks.create(who, {"title": title, "list": name}, own_turn())).task
    (old,) = await lists.all(who)
    await lists.delete(who, old.id, own_turn())
    await tasks.delete(who, made["deleted"].id, own_turn())
    town.clock.advance(hours=2)
    await tasks.delete(who, made["deleted later"].id, own_turn())

    async def trash() -> list[str]:
        page = await tasks.page(who, TaskQuery(status="deleted"))
        return sorted(task.title for task in page.items)

    town.clock.now += timedelta(days=30, hours=-3)
    await town.services.upkeep.once()
    assert await trash() == ["deleted", "deleted later", "in a list"]
    town.clock.advance(hours=2)
    await town.services.upkeep.once()
    assert await trash() == ["deleted later"]
    assert (await tasks.get(who, made["kept"].id)).title == "kept"
    with pytest.raises(NotFound):
        await lists.get(who, old.id)
