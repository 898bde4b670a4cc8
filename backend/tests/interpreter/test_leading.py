"""A date before its command."""

import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Add, List
from todo.when import Moment

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("on february 28, remind me to glue the mug", Moment(dt.date(2027, 2, 28))),
        ("ok tomorrow then, add glue the mug", Moment(dt.date(2026, 11, 24))),
        ("at 5pm, remind me to glue the mug tomorrow", Moment(dt.date(2026, 11, 24), dt.time(17))),
        ("tomorrow, remind me to glue the mug on friday", Moment(dt.date(2026, 11, 27))),
    ],
)
def test_it_is_when_the_addition_is_due(say: Say, text: str, due: Moment) -> None:
    assert say(text).actions[-1] == Add("glue the mug", due=due)


def test_a_question_stands_alone(say: Say) -> None:
    assert [type(action) for action in say("what's due tomorrow? add figs").actions] == [List, Add]
