"""Dates and times that do not exist: nothing is added, the next reply may give another one."""

import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.context import AskChange, AskDue, Pending
from todo.interpreter.plan import Add, Ask, Changes, Complete, Delete, Target, Update
from todo.when import Moment

Say = Callable[[str], Plan]
Reply = Callable[[str, Pending], Plan]
TOMORROW = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("remind me to glue the mug on february 30", Add("glue the mug")),
        ("ring Mia tomorrow at 26:10", Add("ring Mia", due=Moment(TOMORROW))),
        ("move the report to the 32nd", Update(Target(words="report"))),
        ("february 31", None),
        ("add figs tomorrow and remind me to pay the rent on april 31", None),
    ],
)
def test_the_rest_waits_for_a_date_that_exists(say: Say, text: str, draft: Add | Update | None) -> None:
    (asked,) = say(text).actions
    assert isinstance(asked, Ask)
    assert (asked.draft, "“" in asked.question) == (draft, True)


def test_a_title_may_hold_it(say: Say) -> None:
    assert isinstance(say("delete the call on april 31").actions[0], Delete)
    assert isinstance(say("complete the call on april 31").actions[0], Complete)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("february 28 then", Moment(dt.date(2027, 2, 28), dt.time(9))),
        ("at 5pm", Moment(TOMORROW, dt.time(17))),
        ("friday 8pm please", Moment(dt.date(2026, 11, 27), dt.time(20))),
        ("no date", Moment(TOMORROW, dt.time(9))),
    ],
)
def test_the_reply_is_the_date(reply: Reply, text: str, due: Moment) -> None:
    draft = Add("glue the mug", due=Moment(TOMORROW, dt.time(9)))
    assert reply(text, AskDue(draft)).actions == (Add("glue the mug", due=due),)


def test_it_may_repeat(reply: Reply) -> None:
    (add,) = reply("every friday", AskDue(Add("glue the mug"))).actions
    assert isinstance(add, Add)
    assert (add.title, add.rrule) == ("glue the mug", "FREQ=WEEKLY;BYDAY=FR")


def test_another_act_is_none(reply: Reply) -> None:
    assert reply("add figs", AskDue(Add("glue the mug"))).actions == (Add("figs"),)


def test_asked_again_while_it_does_not_exist(reply: Reply) -> None:
    for action, pending in (
        (Add("figs"), AskDue(Add("figs"))),
        (Update(Target(words="figs")), AskChange(Update(Target(words="figs")))),
    ):
        (asked,) = reply("june 31", pending).actions
        assert isinstance(asked, Ask)
        assert asked.draft == action


def test_a_change_is_the_date_too(reply: Reply) -> None:
    (update,) = reply("friday then", AskChange(Update(Target(words="figs")))).actions
    assert isinstance(update, Update)
    assert update.changes == Changes(date=dt.date(2026, 11, 27))
