from collections.abc import Callable
from dataclasses import replace

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Add, Changes, Target, Update
from todo.when import Moment

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("add a note to the monthly digest: ask Priya", Changes(note="ask Priya")),
        ("set the monthly digest description to bring the card", Changes(description="bring the card")),
        ("give high priority to the monthly digest", Changes(priority="high")),
    ],
)
def test_a_field_by_its_name(say: Say, text: str, changes: Changes) -> None:
    assert say(text).actions == (Update(Target(words="monthly digest"), changes),)


def test_an_added_task_with_a_note_is_one_task(say: Say) -> None:
    assert say("add buy twine, note: the green one").actions == (Add("buy twine", "the green one"),)


def test_putting_a_known_task_on_a_list_moves_it(say: Say, context: Context) -> None:
    known = replace(context, titles=("Poster",))
    assert interpret("put the poster on my garden list", known).actions == (
        Update(Target(words="Poster"), Changes(list="garden")),
    )
    assert isinstance(say("put the poster on my garden list").actions[0], Add)


def test_a_deadline_for_a_task(say: Say) -> None:
    (action,) = say("set a deadline of friday for the poster").actions
    assert isinstance(action, Update)
    assert action.changes.date is not None
    assert action.changes.due != Moment(action.changes.date)
