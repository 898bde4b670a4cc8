"""What may be in a field, at its limits and beyond them. Nothing of what is refused is stored."""

import json
from typing import Any

import pytest

from fixtures.people import Person


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("x" * 255, "x" * 255),
        ("  two   words\t", "two words"),
        ("a\nb\x07c\x85d", "a b c d"),
        ("👩‍👩‍👧 🇩🇪 party", "👩‍👩‍👧 🇩🇪 party"),
        ("לקנות חלב", "לקנות חלב"),
        ("cafe\u0301", "café"),
        ("100% _/ \\ ' \" ;--", "100% _/ \\ ' \" ;--"),
    ],
)
async def test_titles(ada: Person, given: str, stored: str) -> None:
    task = await ada.add(given)
    assert task["title"] == stored
    assert await ada.titles(q=stored[:100]) == [stored]


REFUSED: list[dict[str, Any]] = [
    *({"title": title} for title in ("", "   ", "\x07\n", "x" * 256, "a\0b", "\ud800", None, 7, ["x"])),
    *({"due": due} for due in ("0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "the 32nd")),
    *({"due": due} for due in ("", "20261124", "2026-W48-2", "2026-11-24 17:00", "2026-11-24T25:00", "-2026-11-24")),
    *({"due": due} for due in ("2026-11-24T17:00Z", "2026-11-24T1", 20261124)),
    *({"repeat": rule} for rule in ("FREQ=HOURLY", "FREQ=DAILY;COUNT=0", "every blue moon", "FREQ=", "x" * 501)),
    {"repeat": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"},
    *({"position": position} for position in ("NaN", "x", 1e16)),
    *({"priority": priority} for priority in ("urgent", "", 3)),
    *({"tags": tags} for tags in ([""], ["#"], ["x" * 51], ["a\0b"], "a", [f"t{number}" for number in range(21)])),
    *({"list": name} for name in ("", "  ", "x" * 101, "none", "NONE", "a\0b")),
    {"description": "x" * 10_001},
    {"description": "a\0b"},
    {"status": "done"},
    {"colour": "red"},
]


@pytest.mark.parametrize("given", REFUSED, ids=lambda given: ascii(given)[:40])
async def test_refused(ada: Person, given: dict[str, Any]) -> None:
    task = await ada.add("As it was", description="note", due="2026-11-24")
    headers = {"Content-Type": "application/json"}
    for method, path, body in (
        ("POST", "/api/tasks", {"title": "New", **given}),
        ("PATCH", f"/api/tasks/{task['id']}", given),
    ):
        answer = await ada.client.request(method, path, content=json.dumps(body), headers=headers)
        assert answer.status_code == 422, answer.text
        problem = answer.json()
        assert problem["code"] in ("invalid_request", "unreadable_date")
        assert len(problem["detail"]) > 10
    assert (await ada.get("/api/tasks"))["items"] == [task]
    assert len((await ada.get("/api/history"))["items"]) == 1
    assert (await ada.get("/api/lists"))["items"] == []


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
async def test_positions_that_are_no_numbers(ada: Person, number: str) -> None:
    body = f'{{"title": "x", "position": {number}}}'
    answer = await ada.client.post("/api/tasks", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422


async def test_a_description_has_10_000_characters_at_most(ada: Person) -> None:
    task = await ada.add(description="é" * 10_000)
    assert len(task["description"]) == 10_000
    assert (await ada.add(description=" \n "))["description"] is None


async def test_a_due_date_may_be_in_any_year_that_people_plan_for(ada: Person) -> None:
    for due in ("1970-01-01", "2999-12-31T23:59"):
        assert (await ada.add(due=due))["due"] == due


async def test_what_repeats_without_a_date_begins_on_the_first_day_that_fits(ada: Person) -> None:
    assert (await ada.add(repeat="FREQ=WEEKLY;BYDAY=MO"))["due"] == "2026-11-23"
    task = await ada.add(due="2026-11-24")
    changed = await ada.client.patch(f"/api/tasks/{task['id']}", json={"repeat": "FREQ=MONTHLY;BYMONTHDAY=-1"})
    assert changed.json()["due"] == "2026-11-24"
    undated = await ada.client.patch(f"/api/tasks/{task['id']}", json={"due": None})
    renamed = await ada.client.patch(f"/api/tasks/{task['id']}", json={"title": "Another"})
    assert (undated.json()["due"], renamed.json()["due"]) == (None, None)


async def test_a_long_name_that_grows_when_folded_is_stored(ada: Person) -> None:
    assert (await ada.add(list="ß" * 100))["list"] == "ß" * 100
    assert await ada.titles(list="SS" * 50) == []
    assert await ada.titles(list="ẞ" * 100) == ["Buy milk"]
    assert (await ada.add(tags=["ΐ" * 50]))["tags"] == ["ΐ" * 50]
