"""Corrections of what was just done: another day, another name, not done after all."""

import datetime as dt

import pytest

from todo.interpreter import Context, interpret
from todo.interpreter.plan import Changes, Reopen, Target, Update

SKIS = Target(ids=("1",))


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("no, friday", Changes(date=dt.date(2026, 11, 27))),
        ("no i meant the following thursday, december 3", Changes(date=dt.date(2026, 12, 3))),
        ("actually 11:30 is better", Changes(time=dt.time(11, 30))),
        ("actually that belongs on my garden list", Changes(list="garden")),
        ("no wait, it should be called wax the board", Changes(title="wax the board")),
        ("sorry, call it wax the board", Changes(title="wax the board")),
    ],
)
def test_a_value(context: Context, text: str, changes: Changes) -> None:
    (action,) = interpret(text, context).actions
    assert isinstance(action, Update)
    assert (action.target, {**_set(action.changes)}) == (SKIS, _set(changes))


def _set(changes: Changes) -> dict[str, object]:
    return {name: _folded(getattr(changes, name)) for name in Changes.__slots__ if getattr(changes, name)}


def _folded(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def test_not_done_after_all(context: Context) -> None:
    assert interpret("wait, it's not done yet", context).actions == (Reopen(SKIS),)


def test_without_an_act_there_is_nothing_to_correct(context: Context) -> None:
    untouched = Context(now=context.now, shown=context.shown)
    assert not any(isinstance(action, Update) for action in interpret("no, it should be called x", untouched).actions)


def test_the_other_one_is_due(context: Context) -> None:
    pair = Context(now=context.now, shown=context.shown[:2], touched=context.shown[:1])
    assert interpret("the other one is due on friday now", pair).actions == (
        Update(Target(ids=("2",)), Changes(date=dt.date(2026, 11, 27))),
    )
