import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Context, Plan
from todo.interpreter.context import AskApproval, AskChange, AskTarget, AskTitle, AskUndo, AskWhich, Pending
from todo.interpreter.plan import (
    Action,
    Add,
    Approve,
    Ask,
    Cancel,
    Changes,
    Complete,
    Delete,
    List,
    Target,
    Undo,
    Update,
)
from todo.when import Moment

Reply = Callable[[str, Pending], Plan]


def test_a_title_may_bring_its_date(reply: Reply) -> None:
    plan = reply("glue the mug tomorrow", AskTitle(Add(list="home")))
    assert plan.actions == (Add("glue the mug", due=Moment(dt.date(2026, 11, 24)), list="home"),)


def test_a_hesitation_is_no_title(reply: Reply) -> None:
    assert reply("um", AskTitle(Add(list="home"))).actions == (
        Ask("What task would you like to add?", Add(list="home")),
    )


def test_the_one_on_a_day_is_no_title(reply: Reply, context: Context) -> None:
    plan = reply("the one on saturday", AskWhich(Complete(Target(words="x")), context.shown))
    assert not any(isinstance(action, Add) for action in plan.actions)


def test_a_clear_act_wins_over_a_question(reply: Reply) -> None:
    assert isinstance(reply("show my tasks", AskTitle(Add())).actions[0], List)
    assert reply("delete the mug", AskTitle(Add())).actions == (Delete(Target(words="mug")),)


def test_yes_adds_what_was_offered_and_is_no_title(reply: Reply) -> None:
    assert reply("yes", AskTitle(Add("glue the mug"))).actions == (Add("glue the mug"),)
    assert isinstance(reply("yes", AskTitle(Add())).actions[0], Ask)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the first", ("1",)), ("2", ("2",)), ("the second one", ("2",)), ("the gate", ("2",)), ("priya", ("3",)),
        ("yes the second", ("2",)), ("the one to priya", ("3",)),
        ("1 and 4", ("1", "4")), ("all of them", ("1", "2", "3", "4")), ("all except the gate", ("1", "3", "4")),
    ],
)  # fmt: skip
def test_choosing_among_candidates(reply: Reply, context: Context, text: str, ids: tuple[str, ...]) -> None:
    pending = AskWhich(Complete(Target(words="x")), context.shown)
    assert reply(text, pending).actions == (Complete(Target(ids=ids)),)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", Approve()), ("go ahead please", Approve()), ("all except the gate", Approve(except_ids=("2",))),
        ("yes but not priya", Approve(except_ids=("3",))), ("only the first two", Approve(only_ids=("1", "2"))),
        ("no", Cancel()), ("never mind", Cancel()),
    ],
)  # fmt: skip
def test_approval(reply: Reply, context: Context, text: str, answer: Action) -> None:
    assert reply(text, AskApproval(context.shown)).actions == (answer,)


def test_naming_the_task_that_was_asked_for(reply: Reply) -> None:
    assert reply("the poster", AskTarget(Delete(Target()))).actions == (Delete(Target(words="poster")),)
    assert reply("the third", AskTarget(Delete(Target()))).actions == (Delete(Target(ids=("3",))),)


def test_saying_what_should_change(reply: Reply) -> None:
    target = Target(ids=("1",))
    assert reply("friday", AskChange(Update(target))).actions == (Update(target, Changes(date=dt.date(2026, 11, 27))),)
    assert reply("rename it to Sharpen", AskChange(Update(target))).actions == (
        Update(target, Changes(title="Sharpen")),
    )


def test_undoing_what_was_done_elsewhere_is_confirmed(reply: Reply) -> None:
    assert reply("yes", AskUndo()).actions == (Undo(confirmed=True),)
    assert reply("no", AskUndo()).actions == (Cancel(),)
