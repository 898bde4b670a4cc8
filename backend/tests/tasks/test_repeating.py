"""Repeating tasks: what comes next when one is done, and what goes again when it is not."""

from datetime import UTC, datetime
from typing import Any

import pytest

from fixtures.people import Join, Person, Town


async def complete(ada: Person, task: dict[str, Any]) -> dict[str, Any] | None:
    """The next occurrence, if there is one."""
    await ada.post(f"/api/tasks/{task['id']}/complete")
    items = (await ada.get("/api/tasks"))["items"]
    assert len(items) <= 1
    return items[0] if items else None


async def test_the_next_occurrence_is_the_same_but_for_its_date(ada: Person, town: Town) -> None:
    fields: dict[str, Any] = {"description": "x", "priority": "high", "list": "Home", "tags": ["a"], "position": 7}
    task = await ada.add(due="2026-11-23", repeat="FREQ=DAILY", **fields)
    town.clock.advance(hours=1)
    following = await complete(ada, task)
    changed = {"id", "due", "created_at", "updated_at"}
    assert following is not None
    assert {key for key in task if following[key] != task[key]} == changed
    assert following["due"] == "2026-11-24"


@pytest.mark.parametrize(
    ("due", "repeat", "dates"),
    [
        ("2026-11-23", "FREQ=DAILY;COUNT=3", ["2026-11-24", "2026-11-25"]),
        ("2026-11-23", "FREQ=DAILY;UNTIL=20261125", ["2026-11-24", "2026-11-25"]),
        ("2027-01-31", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4", ["2027-02-28", "2027-03-31", "2027-04-30"]),
        ("2027-01-31", "FREQ=MONTHLY;COUNT=3", ["2027-03-31", "2027-05-31"]),
        ("2028-02-29", "FREQ=YEARLY;COUNT=2", ["2032-02-29"]),
        ("2026-11-24", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=2", ["2026-12-08"]),
        ("2026-11-01", "FREQ=DAILY;UNTIL=20261105", []),
        ("2026-11-01T08:00", "FREQ=WEEKLY;COUNT=5", ["2026-11-29T08:00"]),
        ("2026-11-01T08:00", "FREQ=WEEKLY;COUNT=2", []),
    ],
)
async def test_a_series_ends_where_its_rule_does(ada: Person, due: str, repeat: str, dates: list[str]) -> None:
    task: dict[str, Any] | None = await ada.add(due=due, repeat=repeat)
    found = []
    while task is not None and (task := await complete(ada, task)) is not None:
        found.append(task["due"])
        assert len(found) <= len(dates)
    assert found == dates


async def test_the_clock_time_stays_when_the_clocks_change(join: Join, town: Town) -> None:
    town.clock.now = datetime(2027, 3, 27, 12, tzinfo=UTC)
    ada = await join()
    task = await ada.add(due="2027-03-27T09:00", repeat="FREQ=DAILY")
    following = await complete(ada, task)
    assert following is not None
    assert following["due"] == "2027-03-28T09:00"
    town.clock.now = datetime(2027, 3, 28, 6, 59, tzinfo=UTC)  # 08:59 in Berlin, by summer time
    in_time = await complete(ada, following)
    assert in_time is not None
    assert in_time["due"] == "2027-03-29T09:00"


async def test_a_late_completion_skips_what_is_past(ada: Person) -> None:
    task = await ada.add(due="2026-11-02", repeat="FREQ=WEEKLY")
    following = await complete(ada, task)
    assert following is not None
    assert following["due"] == "2026-11-30"


async def test_reopening_takes_the_untouched_next_occurrence_away(ada: Person) -> None:
    task = await ada.add(due="2026-11-23", repeat="FREQ=DAILY")
    for _ in range(2):
        following = await complete(ada, task)
        assert following is not None
        await ada.post(f"/api/tasks/{task['id']}/reopen")
        assert [found["id"] for found in (await ada.get("/api/tasks"))["items"]] == [task["id"]]
        newest, cause = (await ada.events())[:2]
        assert (newest["action"], newest["entity_id"], newest["cause_id"]) == ("delete", following["id"], cause["id"])


async def test_an_occurrence_that_was_undone_and_redone_is_untouched(ada: Person) -> None:
    task = await ada.add(due="2026-11-23", repeat="FREQ=DAILY")
    turn = (await ada.client.post(f"/api/tasks/{task['id']}/complete")).headers["x-turn-id"]
    await ada.post(f"/api/turns/{turn}/undo")
    await ada.post(f"/api/turns/{turn}/redo")
    await ada.post(f"/api/tasks/{task['id']}/reopen")
    assert [found["id"] for found in (await ada.get("/api/tasks"))["items"]] == [task["id"]]


async def test_a_next_occurrence_that_was_changed_stays_and_is_not_made_twice(ada: Person) -> None:
    task = await ada.add(due="2026-11-23", repeat="FREQ=DAILY")
    following = await complete(ada, task)
    assert following is not None
    await ada.patch(f"/api/tasks/{following['id']}", title="Buy oat milk")
    await ada.post(f"/api/tasks/{task['id']}/reopen")
    assert sorted(await ada.titles()) == ["Buy milk", "Buy oat milk"]
    await ada.post(f"/api/tasks/{task['id']}/complete")
    assert await ada.titles() == ["Buy oat milk"]


@pytest.mark.parametrize("kind", ["events", "turns"])
async def test_undoing_the_completion_takes_the_next_occurrence_away(ada: Person, kind: str) -> None:
    task = await ada.add(due="2026-11-23", repeat="FREQ=DAILY")
    headers = (await ada.client.post(f"/api/tasks/{task['id']}/complete")).headers
    name = headers["x-event-id" if kind == "events" else "x-turn-id"]
    assert len((await ada.post(f"/api/{kind}/{name}/undo"))["events"]) == 2
    assert [found["id"] for found in (await ada.get("/api/tasks"))["items"]] == [task["id"]]
    again = await ada.post(f"/api/turns/{headers['x-turn-id']}/redo")
    assert [event["action"] for event in again["events"]] == ["redo", "redo"]
    assert [found["due"] for found in (await ada.get("/api/tasks"))["items"]] == ["2026-11-24"]


async def test_a_date_is_read_in_the_zone_of_its_person(join: Join, town: Town) -> None:
    town.clock.now = datetime(2026, 11, 23, 11, tzinfo=UTC)  # Tuesday already in Auckland
    far = await join("Pacific/Auckland")
    task = await far.add(repeat="FREQ=DAILY")
    assert (task["due"], task["zone"]) == ("2026-11-24", "Pacific/Auckland")
