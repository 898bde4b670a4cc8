import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Add, Cancel, Chat, Complete, Delete, Filter, Help, List, Redo, Target, Undo, Update

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))

Say = Callable[[str], Plan]
WORDS = ("add", "delete", "all", "my", "list", "tomorrow", "and", "then", "mark", "done", "move", "to", "it",
         "remind", "me",
         "the", "task", ",", ".", ":", "'", '"', "-", "1", "if", "not", "on")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("remind me to glue the mug tomorrow at 5 and move the poster to friday", [Add, Update]),
        ("remove figs and add plums to my shopping list", [Delete, Add]),
        ("add figs to my list. what's due today?", [Add, List]),
        ("mark the mug as done, then show my tasks", [Complete, List]),
        ("i finished the mug, so cross it off my list", [Complete]),
        ("find the mug reminder and delete it", [Delete]),
        ("remind me to ring the bank and cancel the card", [Add, Add]),
    ],
)
def test_the_acts_of_a_sentence_in_their_order(say: Say, text: str, kinds: list[type]) -> None:
    assert [type(action) for action in say(text).actions] == kinds


def test_a_mistyped_command_before_a_date_is_no_title(say: Say) -> None:
    assert say("remnd me to glue the mug tomorrow").actions == say("remind me to glue the mug tomorrow").actions


def test_a_number_is_part_of_a_title(say: Say) -> None:
    assert say("add work task 1").actions == (Add("work task 1"),)


def test_thanks_of_every_kind_leave_the_title(say: Say) -> None:
    assert say("ok so: add glue, ta").actions == (Add("glue"),)


def test_a_list_named_once_holds_for_both_acts(say: Say) -> None:
    assert say("remove figs and add plums to my shopping list").actions == (
        Delete(Target(words="figs", list="shopping")),
        Add("plums", list="shopping"),
    )


@pytest.mark.parametrize(
    ("text", "asked", "chosen"),
    [
        ("what's on my list?", "tasks", Filter()),
        ("could you read me my reminders", "tasks", Filter()),
        ("how many tasks do i have", "count", Filter()),
        ("show finished tasks", "tasks", Filter(status="done")),
        ("show overdue tasks", "tasks", Filter(overdue=True)),
        ("is saffron on my shopping list", "whether", Filter(list="shopping", words="saffron")),
        ("find tasks about glue", "tasks", Filter(words="glue")),
        ("what's next", "tasks", Filter(limit=1)),
        ("when is my reminder for the piano tuner", "when", Filter(words="piano tuner")),
        ("which lists do i have", "lists", Filter()),
    ],
)
def test_looking_at_tasks(say: Say, text: str, asked: str, chosen: Filter) -> None:
    (action,) = say(text).actions
    assert isinstance(action, List)
    assert (action.asked, action.filter) == (asked, chosen)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("undo that", Undo()), ("take that back", Undo()), ("redo", Redo()), ("never mind", Cancel()), ("help", Help()),
        ("how do i delete a task?", Help("delete")), ("hello!", Chat("greeting")), ("thanks a lot", Chat("thanks")),
        ("who are you?", Chat("identity")),
    ],
)  # fmt: skip
def test_beside_tasks(say: Say, text: str, action: object) -> None:
    assert say(text).actions == (action,)


@pytest.mark.parametrize(
    "text",
    [
        "what's the weather like in Oslo", "add this song to my playlist", "play some fado",
        "cancel my hotel reservation",
        "how tall is the tower", "set an alarm for six", "can you whistle", "my printer is jammed", "", "?!",
    ],
)  # fmt: skip
def test_what_is_not_about_tasks_changes_none_and_is_unsure(say: Say, text: str) -> None:
    plan = say(text)
    assert [type(action) for action in plan.actions] == [Chat]
    assert not plan.sure


def test_mistyped_commands_are_put_right_but_titles_are_not(say: Say) -> None:
    assert say("delte the recieps task").actions == (Delete(Target(words="recieps")),)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_has_a_plan_and_always_the_same(text: str) -> None:
    context = Context(now=NOW)
    plan = interpret(text, context)
    assert plan.actions
    assert interpret(text, context) == plan
