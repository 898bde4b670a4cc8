from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Add

Say = Callable[[str], Plan]


def titles(plan: Plan) -> list[str | None]:
    return [action.title for action in plan.actions if isinstance(action, Add)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("add figs, plums and dates", ["figs", "plums", "dates"]),
        ("add figs and dates", ["figs and dates"]),
        ("my tasks:\nwax skis\noil gate", ["wax skis", "oil gate"]),
        ("add two tasks: wax skis, oil gate", ["wax skis", "oil gate"]),
    ],
)
def test_items(say: Say, text: str, expected: list[str]) -> None:
    assert titles(say(text)) == expected


@pytest.mark.parametrize(
    "title",
    [
        "read https://example.org/a:b on trees",
        "check http://localhost:4100 works",
        "review PR: fix login",
        "ratio 3:1 mix concrete",
        "call mum re: the cake",
    ],
)
def test_a_colon_inside_a_title_begins_no_list(say: Say, title: str) -> None:
    assert titles(say(f"add {title}")) == [title]


@pytest.mark.parametrize("text", ["add ring Priya at 17:00", "add ring Priya 9:30", "add task ring Priya 10:15"])
def test_the_colon_of_a_clock_time_begins_no_list(say: Say, text: str) -> None:
    assert titles(say(text)) == ["ring Priya"]


def test_many_items_and_many_lines(say: Say) -> None:
    assert len(titles(say("add " + ", ".join(f"box {number}" for number in range(30))))) == 30
    assert len(titles(say("\n".join(f"crate {letter}" for letter in "abcdefghijklmnopqrstuvwxyz")))) == 26


def test_more_than_anybody_means_is_asked_for_in_parts(say: Say) -> None:
    plan = say("delete the mug. " * 60)
    assert not plan.sure
    assert "smaller parts" in str(plan.actions)
