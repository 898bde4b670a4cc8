from collections.abc import Callable

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Changes, Target, Update

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("remove the due date from the poster", "due"), ("clear the poster's deadline", "due"),
        ("take the poster off its list", "list"), ("remove the poster from its folder", "list"),
        ("stop repeating the poster", "rrule"), ("make the poster stop repeating", "rrule"),
        ("don't repeat the poster any more", "rrule"), ("the poster should no longer repeat", "rrule"),
        ("get rid of the notes on the poster", "description"), ("untag the poster", "tags"),
    ],
)  # fmt: skip
def test_fields_that_are_emptied(say: Say, text: str, field: str) -> None:
    assert say(text).actions == (Update(Target(words="poster"), Changes(clear=frozenset({field}))),)


def test_a_field_alone_is_of_the_task_spoken_of(context: Context) -> None:
    assert interpret("remove the deadline", context).actions == (
        Update(Target(ids=("1",)), Changes(clear=frozenset({"due"}))),
    )
