"""A page costs the same in a hundred tasks and in a hundred thousand: it is read off an index, in its order."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, text

from fixtures.people import Town, opened_town, settle
from todo.kit.caller import Caller
from todo.kit.ids import new_id
from todo.tasks.models import tasks
from todo.tasks.query import TaskQuery

MANY = 20_000
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class House:
    """A town of one person, who has very many tasks, a tenth of which are done."""

    town: Town
    hoarder: Caller


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
async def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with opened_town(request, tmp_path_factory.mktemp("house")) as town:
        caller, _ = await settle(town.app, "UTC")
        async with town.services.database.write() as transaction:
            await transaction.execute(insert(tasks), [_row(caller, number) for number in range(MANY)])
            await transaction.execute(text("ANALYZE"))
        yield House(town, caller)


def _row(caller: Caller, number: int) -> dict[str, Any]:
    at, done = START + timedelta(seconds=number), number % 10 == 0
    return {
        "id": new_id(), "user_id": caller.user_id, "title": f"t{number}", "status": "done" if done else "open",
        "due_key": f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}", "zone": "UTC", "late_at": at,
        "priority": number % 4, "tags": (), "position": float(number), "version": 1, "source": "person",
        "search": f"t{number}", "created_at": at, "updated_at": at, "completed_at": at if done else None,
    }  # fmt: skip


async def plan(town: Town, caller: Caller, query: TaskQuery) -> str:
    """How the database would read the page of `query`."""
    asked: list[tuple[str, Any]] = []
    engine = town.services.database._reader.sync_engine  # the door lets nobody look at a plan

    def remember(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", remember)
    try:
        await town.services.tasks.page(caller, query)
    finally:
        event.remove(engine, "before_cursor_execute", remember)
    ((statement, parameters),) = asked
    explain = "EXPLAIN QUERY PLAN " if town.services.database.is_sqlite else "EXPLAIN "
    async with town.services.database.read() as connection:
        rows = await connection.exec_driver_sql(explain + statement, parameters)
        return "\n".join(" ".join(map(str, row)) for row in rows)


@pytest.mark.parametrize("deep", [False, True], ids=["first page", "deep page"])
@pytest.mark.parametrize(
    "query",
    [
        TaskQuery(),
        TaskQuery(sort="due"),
        TaskQuery(sort="-due"),
        TaskQuery(sort="-created"),
        TaskQuery(sort="-priority"),
        TaskQuery(status="done", sort="-completed"),
        TaskQuery(sort="due", due_to=datetime(2026, 3, 1, tzinfo=UTC).date()),
        TaskQuery(sort="due", in_list="none"),
    ],
    ids=lambda query: f"{query.status} by {query.sort}",
)
async def test_a_page_is_read_off_an_index(house: House, query: TaskQuery, deep: bool) -> None:
    if deep:
        page = await house.town.services.tasks.page(house.hoarder, replace(query, limit=200))
        query = replace(query, cursor=page.next_cursor)
    found = await plan(house.town, house.hoarder, query)
    assert "ix_tasks_" in found, found
    for slow in ("Seq Scan on tasks", "SCAN tasks", "Sort", "TEMP B-TREE"):
        assert slow not in found, found
