import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Changes, Target, Update

Say = Callable[[str], Plan]
SEVEN = Changes(time=dt.time(7))


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("remind me of the poster on friday instead of thursday", Changes(date=dt.date(2026, 11, 27))),
        ("remind me at 7am instead of 8 to frame the poster", SEVEN),
        ("instead of 8 remind me at 7am to frame the poster", SEVEN),
        ("i want my reminder to frame the poster to be at 7am instead", SEVEN),
        ("remind me about the poster an hour earlier", Changes(due_shift="an hour earlier")),
        ("the poster a day later please", Changes(due_shift="a day later")),
        ("poster a day later", Changes(due_shift="a day later")),
    ],
)
def test_a_new_time_without_a_verb_of_change(say: Say, text: str, changes: Changes) -> None:
    (action,) = say(text).actions
    assert isinstance(action, Update)
    assert action.changes == changes
    assert "poster" in (action.target.words or "")


def test_a_statement_that_something_is_now_at_another_time(say: Say) -> None:
    assert say("the meeting is now at 4").actions == (Update(Target(words="meeting"), Changes(time=dt.time(16))),)
    assert say("the fern reminders need to change from monday at 5 to monday at 9am").actions[0] == Update(
        Target(words="fern"),
        say("move it to monday at 9am").actions[0].changes,  # type: ignore[union-attr]
    )


@pytest.mark.parametrize("text", ["half an hour earlier", "and half an hour earlier please"])
def test_a_shift_alone_is_of_what_was_changed_last(context: Context, text: str) -> None:
    assert interpret(text, context).actions == (Update(Target(ids=("1",)), Changes(due_shift="half an hour earlier")),)


def test_a_new_errand_at_a_later_time_is_no_shift(say: Say) -> None:
    assert not isinstance(say("take a walk 30 minutes later").actions[0], Update)


def test_a_pronoun_is_shifted_from_when_it_is_due(context: Context) -> None:
    shown = replace(context, shown=context.shown[:1], touched=())
    assert interpret("make it an hour later", shown).actions == (
        Update(Target(ids=("1",)), Changes(due_shift="an hour later")),
    )
