"""What is taken back in the same breath: the later value counts, and leaves no trace in the title."""

import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Add, Changes, Target, Update

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("add yoga on tuesday, no, wednesday", "2026-11-25"),
        ("remind me to glue the mug at 5, actually make that 6pm", "2026-11-23T18:00"),
        ("add yoga on tuesday at 9am, sorry, 10am", "2026-11-24T10:00"),
        ("add yoga on tuesday at 9am - no wait, thursday", "2026-11-26T09:00"),
    ],
)
def test_a_new_task(say: Say, text: str, due: str) -> None:
    (add,) = say(text).actions
    assert isinstance(add, Add)
    assert add.due is not None
    assert (add.title in ("yoga", "glue the mug"), add.due.iso()) == (True, due)


def test_other_values(say: Say) -> None:
    assert say("add yoga with low priority, no, high priority").actions == (Add("yoga", priority="high"),)
    assert say("add yoga to my work list, sorry, my home list").actions == (Add("yoga", list="home"),)


def test_a_change(say: Say) -> None:
    assert say("move yoga to tuesday, no, wednesday").actions == (
        Update(Target(words="yoga"), Changes(date=dt.date(2026, 11, 25))),
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("add yes, no, maybe", ["yes", "no", "maybe"]),
        ("add read Wait, the novel", ["read Wait, the novel"]),
        ("add call mum, actually dad", ["call mum, actually dad"]),
    ],
)
def test_what_is_no_value_stays(say: Say, text: str, titles: list[str]) -> None:
    assert [add.title for add in say(text).actions if isinstance(add, Add)] == titles
