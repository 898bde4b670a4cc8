import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Complete, Delete, Filter, Reopen, Target
from todo.when import Period

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    "text",
    [
        "delete oil the hinges",
        "remove oil the hinges from my list",
        "please take oil the hinges off my to do list",
        "cancel the reminder to oil the hinges",
        "get rid of the oil the hinges task",
        "i no longer need to oil the hinges",
        "stop reminding me to oil the hinges",
        "i want oil the hinges removed from my list",
        "move oil the hinges to the trash",
        "cross oil the hinges out on my list",
        "nix oil the hinges",
    ],
)
def test_ways_to_delete(say: Say, text: str) -> None:
    assert say(text).actions == (Delete(Target(words="oil the hinges")),)


@pytest.mark.parametrize(
    "text",
    [
        "mark oil the hinges as done",
        "check off oil the hinges",
        "check oil the hinges off my list",
        "complete oil the hinges",
        "the task oil the hinges is done",
        "i'm done with oil the hinges",
        "set oil the hinges to completed",
        "put a check mark next to oil the hinges",
    ],
)
def test_ways_to_complete(say: Say, text: str) -> None:
    assert say(text).actions == (Complete(Target(words="oil the hinges")),)


def test_a_past_tense_is_about_the_task_in_plain_form(say: Say) -> None:
    assert say("i just called Priya").actions == (Complete(Target(words="call Priya")),)
    assert say("i already bought figs").actions == (Complete(Target(words="figs", full_words="buy figs")),)


@pytest.mark.parametrize("text", ["reopen the poster", "mark the poster as not done", "the poster isn't done yet"])
def test_ways_to_reopen(say: Say, text: str) -> None:
    assert say(text).actions == (Reopen(Target(words="poster")),)


def test_a_day_narrows_the_words(say: Say) -> None:
    tomorrow = Period(dt.date(2026, 11, 24), dt.date(2026, 11, 24))
    assert say("delete the reminder to oil the hinges tomorrow").actions == (
        Delete(Target(words="oil the hinges", full_words="oil the hinges tomorrow", due_on=tomorrow)),
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("delete the second one", ("2",)),
        ("delete 1 and 3", ("1", "3")),
        ("delete the last one", ("4",)),
        ("delete the first two", ("1", "2")),
        ("delete item four", ("4",)),
        ("delete it", ("1",)),
        ("delete them", ("1", "2", "3", "4")),
        ("delete task 0192aa7e-7b1c-7000-8000-000000000001", ("0192aa7e-7b1c-7000-8000-000000000001",)),
    ],
)
def test_pointing_is_resolved_from_the_context(context: Context, text: str, ids: tuple[str, ...]) -> None:
    assert interpret(text, context).actions == (Delete(Target(ids=ids)),)


def test_a_number_beyond_the_list_says_so(context: Context) -> None:
    (action,) = interpret("complete the fifth one", context).actions
    assert isinstance(action, Complete)
    assert action.target.unresolved == "There is no number 5: the last list has 4 tasks."


def test_a_pronoun_with_nothing_before_is_unresolved(say: Say) -> None:
    (action,) = say("delete it").actions
    assert isinstance(action, Delete)
    assert action.target.unresolved


def test_both_means_two(context: Context) -> None:
    assert interpret("both are done", replace(context, touched=context.shown[:2])).actions == (
        Complete(Target(ids=("1", "2"))),
    )
    (action,) = interpret("both are done", context).actions
    assert isinstance(action, Complete)
    assert action.target.unresolved
    assert not action.target.ids


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("delete everything", Filter()),
        ("clear my to do list", Filter()),
        ("empty the shopping list", Filter(list="shopping")),
        ("delete all completed tasks", Filter(status="done")),
        ("remove all overdue tasks", Filter(overdue=True)),
        ("erase all reminders for today", Filter(period=Period(dt.date(2026, 11, 23), dt.date(2026, 11, 23)))),
    ],
)
def test_selecting_by_description_is_bulk(say: Say, text: str, chosen: Filter) -> None:
    (action,) = say(text).actions
    assert isinstance(action, Delete)
    assert action.target.bulk
    assert action.target.filter == chosen


def test_all_of_them_are_those_shown(context: Context) -> None:
    assert interpret("all of them are done", context).actions == (
        Complete(Target(ids=("1", "2", "3", "4"), bulk=True)),
    )


def test_a_known_title_settles_where_it_ends(context: Context) -> None:
    known = replace(context, titles=("The last task of the year",))
    assert interpret("delete the last task of the year", known).actions == (
        Delete(Target(words="The last task of the year")),
    )


@pytest.mark.parametrize(
    ("text", "chosen"),
    [("delete the overdue ones", Filter(overdue=True)), ("delete all the finished ones", Filter(status="done"))],
)
def test_ones_of_a_kind_are_several(say: Say, text: str, chosen: Filter) -> None:
    assert say(text).actions == (Delete(Target(filter=chosen, bulk=True)),)


def test_one_after_an_article_is_no_word_of_the_title(say: Say) -> None:
    assert say("delete the blue one").actions == (Delete(Target(words="blue")),)
    assert say("delete note one").actions == (Delete(Target(words="note one")),)


def test_a_reason_is_no_word_of_the_title(say: Say) -> None:
    assert say("delete the pepper, we have some").actions == (Delete(Target(words="pepper")),)


def test_the_rest_is_what_is_open_and_was_not_just_changed(context: Context) -> None:
    done = replace(context.shown[1], status="done")
    shown = replace(context, shown=(context.shown[0], done, *context.shown[2:]))
    assert interpret("complete the rest", shown).actions == (Complete(Target(ids=("3", "4"), bulk=True)),)
    pair = replace(context, shown=context.shown[:2])
    assert interpret("delete the other one", pair).actions == (Delete(Target(ids=("2",))),)
