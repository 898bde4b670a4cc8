"""Showing and searching: every filter, the earliest due first, the total beside what is shown."""

from typing import Any

import pytest

from fixtures.clients import SettableClock
from tools.calling import Tools


@pytest.fixture
async def filled(tools: Tools) -> Tools:
    await tools.add("Rent", due="2026-11-20")
    await tools.add("Vet", due="2026-11-24T16:00", repeat="every tuesday", tags=["cat"])
    await tools.add("Hall", due="2026-11-27", priority="high", list="Club")
    await tools.add("Fence", description="green paint")
    await tools.add("Old")
    await tools.call("complete_task", task="old")
    return tools


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        ({}, ["Rent", "Vet", "Hall", "Fence"]),
        ({"due": "today"}, []),
        ({"due": "tomorrow"}, ["Vet"]),
        ({"due": "this week"}, ["Vet", "Hall"]),
        ({"due": "overdue"}, ["Rent"]),
        ({"due": "none"}, ["Fence"]),
        ({"due": "2026-11-24..2026-11-27"}, ["Vet", "Hall"]),
        ({"due": "..2026-11-24"}, ["Rent", "Vet"]),
        ({"due": "2026-11-25.."}, ["Hall"]),
        ({"list": "club"}, ["Hall"]),
        ({"list": "none"}, ["Rent", "Vet", "Fence"]),
        ({"tag": "#cat"}, ["Vet"]),
        ({"priority": "high"}, ["Hall"]),
        ({"repeating": True}, ["Vet"]),
        ({"words": "paint"}, ["Fence"]),
        ({"words": "PAINTS"}, ["Fence"]),
        ({"status": "done"}, ["Old"]),
        ({"status": "done", "due": "today"}, ["Old"]),
        ({"status": "done", "due": "yesterday"}, []),
        ({"status": "done", "due": "2026-11-23..2026-11-23"}, ["Old"]),
        ({"limit": 2}, ["Rent", "Vet"]),
    ],
)
async def test_filter(filled: Tools, arguments: dict[str, Any], titles: list[str]) -> None:
    answer = await filled.call("list_tasks", **arguments)
    assert answer.titles == titles


async def test_the_total_is_of_all(filled: Tools) -> None:
    answer = await filled.call("list_tasks", limit=1)
    assert answer.data["total"] == 4
    assert answer.text.startswith("4 tasks, the first 1 are:\n1. [")


async def test_none(tools: Tools) -> None:
    assert (await tools.call("list_tasks")).text == "No task matches."


async def test_done_at_midnight_belongs_to_the_persons_day(tools: Tools, clock: SettableClock) -> None:
    clock.advance(hours=14.5)  # 23:30 in UTC, half past midnight in Berlin
    await tools.add("Late")
    await tools.call("complete_task", task="late")
    assert (await tools.call("list_tasks", status="done", due="2026-11-24..2026-11-24")).titles == ["Late"]
    assert (await tools.call("list_tasks", status="done", due="2026-11-23..2026-11-23")).titles == []
