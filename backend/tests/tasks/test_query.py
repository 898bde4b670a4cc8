"""Which tasks a page holds: every filter, every order, and cursors."""

import base64
import json
from typing import Any

import pytest

from fixtures.people import Join, Person, Town

ORDERS = ("position", "created", "due", "priority", "updated", "completed")


@pytest.fixture
async def seven(ada: Person, town: Town) -> list[dict[str, Any]]:
    """Tasks that share many values, so that their order is by id alone in places."""
    given: list[dict[str, Any]] = [
        {"title": "a", "due": "2026-11-24", "priority": "high", "list": "Work", "tags": ["x", "long tag"]},
        {"title": "b", "due": "2026-11-24T09:00", "priority": "low", "list": "work"},
        {"title": "c", "due": "2026-11-24", "priority": "high", "tags": ["X"]},
        {"title": "d", "position": -1.5},
        {"title": "e", "due": "2026-11-23T23:59", "tags": ["xy"]},
        {"title": "f", "description": "about A 100% thing", "position": -1.5},
        {"title": "g", "due": "2026-12-01", "list": "Home"},
    ]
    made = []
    for number, fields in enumerate(given):
        town.clock.advance(minutes=number % 3)
        made.append(await ada.add(**fields))
    return made


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"list": "WORK"}, "ab"),
        ({"list": "none"}, "cdef"),
        ({"list": "None"}, "cdef"),
        ({"list": "nowhere"}, ""),
        ({"tag": "x"}, "ac"),
        ({"tag": "#X"}, "ac"),
        ({"tag": "Long Tag"}, "a"),
        ({"tag": "long"}, ""),
        ({"tag": "%"}, ""),
        ({"priority": "high"}, "ac"),
        ({"priority": "none"}, "defg"),
        ({"due_from": "2026-11-24"}, "abcg"),
        ({"due_to": "2026-11-24"}, "abce"),
        ({"due_from": "2026-11-24", "due_to": "2026-11-24"}, "abc"),
        ({"due_from": "2026-11-25", "due_to": "2026-11-24"}, ""),
        ({"q": "100%"}, "f"),
        ({"q": "THING a"}, "f"),
        ({"q": "_"}, ""),
        ({"q": "  "}, "abcdefg"),
        ({"list": "work", "tag": "x", "priority": "high", "due_to": "2026-11-24", "q": "a"}, "a"),
        ({"status": "done"}, ""),
        ({"status": "deleted"}, ""),
        ({"status": "all", "sort": "completed"}, ""),
    ],
)
async def test_filters(ada: Person, seven: list[dict[str, Any]], query: dict[str, str], titles: str) -> None:
    assert sorted(await ada.titles(**query)) == list(titles)


async def test_every_status_has_its_tasks(ada: Person, seven: list[dict[str, Any]]) -> None:
    ids = [task["id"] for task in seven]
    await ada.post(f"/api/tasks/{ids[0]}/complete")
    await ada.client.delete(f"/api/tasks/{ids[1]}")
    found = {status: sorted(await ada.titles(status=status)) for status in ("open", "done", "all", "deleted")}
    assert found == {"open": list("cdefg"), "done": ["a"], "all": list("acdefg"), "deleted": ["b"]}


def _key(task: dict[str, Any], order: str) -> Any:
    names = {"created": "created_at", "updated": "updated_at", "completed": "completed_at"}
    value = task[names.get(order, order)]
    if order == "priority":
        return ("none", "low", "medium", "high").index(value)
    return value or "9999-99-99" if order == "due" else value


@pytest.mark.parametrize("order", [*ORDERS, *(f"-{order}" for order in ORDERS)])
async def test_pages_hold_every_task_once_while_others_come_and_go(
    ada: Person, town: Town, seven: list[dict[str, Any]], order: str
) -> None:
    for number, task in enumerate(seven):
        town.clock.advance(seconds=number % 2)
        await ada.post(f"/api/tasks/{task['id']}/complete")
    column, backwards = order.removeprefix("-"), order.startswith("-")
    everything = (await ada.get("/api/tasks", status="done", sort=order))["items"]
    expected = sorted(everything, key=lambda task: (_key(task, column), task["id"]), reverse=backwards)
    assert everything == expected
    assert len(everything) == len(seven)

    found: list[str] = []
    cursor: str | None = None
    while cursor is not None or not found:
        query = {"status": "done", "sort": order, "limit": 2} | ({"cursor": cursor} if cursor else {})
        page = await ada.get("/api/tasks", **query)
        found += [task["title"] for task in page["items"] if task["title"] in "abcdefg"]
        cursor = page["next_cursor"]
        newcomer = await ada.add("newcomer", due="2026-11-24", priority="high")
        await ada.post(f"/api/tasks/{newcomer['id']}/complete")
        if len(found) == 2:
            await ada.client.delete(f"/api/tasks/{everything[0]['id']}")
        assert len(found) <= len(seven)
    assert found == [task["title"] for task in expected]


async def test_the_last_page_has_no_cursor(ada: Person, seven: list[dict[str, Any]]) -> None:
    assert (await ada.get("/api/tasks", limit=7))["next_cursor"] is None
    assert (await ada.get("/api/tasks", limit=6))["next_cursor"] is not None


def _cursor(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


ID = "01a20949-1096-747f-936b-93631e2d7583"


@pytest.mark.parametrize(
    ("sort", "cursor"),
    [
        ("due", "x"),
        ("due", "é"),
        ("due", "="),
        ("due", _cursor()),
        ("due", _cursor("position", "1.0", ID)),
        ("due", _cursor("due", "2026-11-24", "7")),
        ("due", _cursor("due", "a\0b", ID)),
        ("due", _cursor("due", "\ud800", ID)),
        ("due", _cursor("due", 7, ID)),
        ("due", _cursor("due", "2026-11-24", ID, "more")),
        ("priority", _cursor("priority", "99999999999999999999", ID)),
        ("priority", _cursor("priority", "-1", ID)),
        ("position", _cursor("position", "far", ID)),
        ("created", _cursor("created", "2026-11-24T09:00:00", ID)),
        ("created", _cursor("created", "0001-01-01T00:00:00+14:00", ID)),
        ("created", _cursor("created", "yesterday", ID)),
        ("due", "e" * 501),
        ("due", base64.urlsafe_b64encode(b"[" * 300).decode()),
        ("due", base64.urlsafe_b64encode(b'{"due": 1}').decode()),
    ],
)
async def test_a_cursor_not_of_ours_is_refused(ada: Person, sort: str, cursor: str) -> None:
    answer = await ada.client.get("/api/tasks", params={"sort": sort, "cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e999"])
async def test_a_cursor_of_no_place_is_no_failure(ada: Person, value: str) -> None:
    assert (await ada.client.get("/api/tasks", params={"cursor": _cursor("position", value, ID)})).status_code == 200


async def test_a_cursor_of_another_person_shows_none_of_their_tasks(join: Join, seven: list[dict[str, Any]]) -> None:
    grace = await join()
    await grace.add("mine")
    stolen = _cursor("position", str(seven[0]["position"] - 10), seven[0]["id"])
    assert await grace.titles(cursor=stolen) == ["mine"]


@pytest.mark.parametrize(
    "query",
    [
        {"limit": 0}, {"limit": 201}, {"limit": "x"}, {"sort": "title"}, {"status": "late"}, {"priority": "urgent"},
        {"due_from": "2026-02-30"}, {"due_to": "tomorrow"}, {"list": "x" * 101}, {"tag": "x" * 51}, {"q": "x" * 201},
        {"colour": "red"},
    ],
    ids=str,
)  # fmt: skip
async def test_a_query_that_makes_no_sense_is_refused(ada: Person, query: dict[str, Any]) -> None:
    assert (await ada.client.get("/api/tasks", params=query)).status_code == 422


@pytest.mark.parametrize("name", ["list", "tag", "q"])
async def test_a_nul_in_a_filter_is_no_failure(ada: Person, name: str) -> None:
    answer = await ada.client.get("/api/tasks", params={name: "a\0b"})
    assert answer.status_code in (200, 422)  # PostgreSQL refuses the character, SQLite finds nothing


async def test_accents_are_found_however_they_are_written(ada: Person) -> None:
    await ada.add("Café", list="Été")
    assert await ada.titles(q="CAFE\u0301", list="E\u0301TE\u0301") == ["Café"]
