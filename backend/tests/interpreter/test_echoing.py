"""Words that lean on the act before: it is done once more, or taken back and done to what was meant."""

import datetime as dt
from dataclasses import replace

import pytest

from todo.interpreter import Context, interpret
from todo.interpreter.plan import Action, Add, Changes, Complete, Delete, List, Target, Undo, Update

FRIDAY = Changes(date=dt.date(2026, 11, 27))
DONE = Complete(Target(words="skis"))
MOVED = Update(Target(words="skis"), FRIDAY)


@pytest.mark.parametrize(
    ("last", "text", "action"),
    [
        (DONE, "the third one too", Complete(Target(ids=("3",)))),
        (DONE, "and the kettle", Complete(Target(words="kettle"))),
        (Delete(Target(words="skis")), "the kettle as well please", Delete(Target(words="kettle"))),
        (MOVED, "same for glue the mug", Update(Target(words="glue the mug"), FRIDAY)),
        (MOVED, "do the same with the second one", Update(Target(ids=("2",)), FRIDAY)),
        (Add("figs", list="Market"), "rye flour as well", Add("rye flour", list="Market")),
        (Add("figs", list="Market"), "and dates", Add("dates", list="Market")),
    ],
)
def test_once_more(context: Context, last: Add | Complete | Delete | Update, text: str, action: Action) -> None:
    plan = interpret(text, replace(context, last=last))
    assert (plan.actions, plan.sure) == ((action,), True)


@pytest.mark.parametrize(
    ("last", "text", "target"),
    [
        (DONE, "no, i meant the red kettle", Target(words="red kettle")),
        (MOVED, "wait, not that one, the second one", Target(ids=("2",))),
    ],
)
def test_what_was_meant(context: Context, last: Complete | Update, text: str, target: Target) -> None:
    assert interpret(text, replace(context, last=last)).actions == (Undo(), replace(last, target=target))


def test_the_other_one_is_of_the_two_shown(context: Context) -> None:
    two = replace(context, shown=context.shown[:2], last=DONE)
    assert interpret("no sorry, the other one", two).actions == (Undo(), Complete(Target(ids=("2",))))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("also undo that", Undo),
        ("and what's due today?", List),
        ("and remind me to ring Mia", Add),
        ("no, friday", Update),
    ],
)
def test_an_act_of_its_own_is_none(context: Context, text: str, kind: type) -> None:
    assert [type(action) for action in interpret(text, replace(context, last=DONE)).actions] == [kind]


@pytest.mark.parametrize(
    "text", ["and then?", "the third one too", "no, i meant the red kettle", "same for the kettle"]
)
def test_nothing_was_done_before(context: Context, text: str) -> None:
    assert not interpret(text, context).sure


def test_a_statement_of_its_own_keeps_its_words(context: Context) -> None:
    assert interpret("got the kettle too", replace(context, last=DONE)).actions == (Complete(Target(words="kettle")),)
