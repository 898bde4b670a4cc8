"""Whatever is done: undone in reverse it is as it was, and redone it is as it became."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures.people import Person, Town
from todo.errors import AppError
from todo.history.event import Turn
from todo.kit.caller import Caller
from todo.kit.ids import new_id
from todo.tasks.query import TaskQuery

LISTS = ("Home", "Work", "home")
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["a", "b", "c"]),
        "description": st.sampled_from([None, "text"]),
        "due": st.sampled_from([None, "2026-11-23", "2026-11-24T09:00"]),
        "repeat": st.sampled_from([None, "FREQ=DAILY", "FREQ=WEEKLY;COUNT=2"]),
        "priority": st.sampled_from([None, "low", "high"]),
        "list": st.sampled_from([None, *LISTS]),
        "tags": st.sampled_from([(), ("x",), ("y", "x")]),
        "position": st.sampled_from([0.0, 1.5]),
    },
)
WHICH = st.integers(0, 5)
TASK_ACTS = ("complete", "reopen", "delete", "restore", "update", "update")
ACTS: st.SearchStrategy[tuple[str, int, dict[str, Any]]] = st.one_of(
    st.tuples(st.just("create"), WHICH, FIELDS.map(lambda fields: {"title": "new", **fields})),
    st.tuples(st.sampled_from(TASK_ACTS), WHICH, FIELDS),
    st.tuples(st.sampled_from(["delete_list", "restore_list", "rename_list"]), WHICH, st.just({})),
)
TURNS = st.lists(st.tuples(st.lists(ACTS, min_size=1, max_size=3), st.sampled_from(["Europe/Berlin", "Asia/Tokyo"])),
                 min_size=1, max_size=6)  # fmt: skip
State = list[dict[str, Any]]


class Play:
    """One person's acts, by the services themselves."""

    def __init__(self, town: Town, caller: Caller) -> None:
        self._services = town.services
        self._caller = caller
        self._tasks: list[Any] = []

    async def state(self) -> State:
        """Every task and list that is not in the trash, without what every change touches."""
        page = await self._services.tasks.page(self._caller, TaskQuery(status="all", sort="created", limit=200))
        found = [asdict(task) for task in page.items]
        found += [asdict(one) for one in await self._services.lists.all(self._caller)]
        touched = ("version", "updated_at")
        return sorted(({k: v for k, v in one.items() if k not in touched} for one in found), key=lambda one: one["id"])

    async def do(self, turn: Turn, act: str, which: int, fields: dict[str, Any], zone: str) -> None:
        """The act, if it is possible just now."""
        caller = replace(self._caller, time_zone=zone)
        if act == "create":
            self._tasks.append((await self._services.tasks.create(caller, fields, turn)).task.id)  # type: ignore[arg-type]
            return
        known = self._tasks if not act.endswith("_list") else await self._every_list()
        if not known:
            return
        chosen = known[which % len(known)]
        if act == "update":
            await _if_possible(self._services.tasks.update(caller, chosen, fields, turn))  # type: ignore[arg-type]
        elif act == "rename_list":
            await _if_possible(self._services.lists.update(caller, chosen, turn, name=LISTS[which % 2]))
        elif act.endswith("_list"):
            await _if_possible(getattr(self._services.lists, act.removesuffix("_list"))(caller, chosen, turn))
        else:
            await _if_possible(getattr(self._services.tasks, act)(caller, chosen, turn))

    async def replay(self, turns: Sequence[Turn], change: Callable[..., Awaitable[Any]]) -> list[State]:
        states = []
        for turn in turns:
            await change(self._caller, turn.id, Turn(new_id()))
            states.append(await self.state())
        return states

    async def _every_list(self) -> list[Any]:
        page = await self._services.history.page(self._caller, cursor=None, limit=200, entity_id=None)
        return sorted({event.entity_id for event in page.items if event.entity == "list"})


async def _if_possible(act: Awaitable[Any]) -> None:
    try:
        await act
    except AppError:
        return


async def _check(town: Town, caller: Caller, turns: Sequence[tuple[Sequence[Any], str]]) -> None:
    play = Play(town, caller)
    done: list[Turn] = []
    states: list[State] = [[]]
    for acts, zone in turns:
        turn = Turn(new_id())
        town.clock.advance(seconds=1)
        for act, which, fields in acts:
            await play.do(turn, act, which, fields, zone)
        if await town.services.history.of_turn(caller, turn.id):
            done.append(turn)
            states.append(await play.state())
    undo = town.services.undo
    assert await play.replay(done[::-1], undo.turn) == states[-2::-1]
    assert await play.replay(done, undo.redo) == states[1:]
    assert await play.replay(done[::-1], undo.turn) == states[-2::-1]


@pytest.fixture
def examples(town: Town) -> int:
    return 60 if town.database_url.startswith("sqlite") else 8


async def test_undone_in_reverse_it_is_as_it_was(ada: Person, town: Town, join: Any, examples: int) -> None:
    loop = asyncio.get_running_loop()

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(TURNS)
    def play(turns: list[Any]) -> None:
        async def one() -> None:
            person = await join()
            await _check(town, person.caller, turns)

        asyncio.run_coroutine_threadsafe(one(), loop).result(60)

    await asyncio.to_thread(play)
