import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Add
from todo.when import Moment

Say = Callable[[str], Plan]
TOMORROW = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("add oil the hinges", "oil the hinges"),
        ("please could you put oil the hinges on my to-do list", "oil the hinges"),
        ("would you mind adding oil the hinges to my list, please?", "oil the hinges"),
        ("i need you to jot down oil the hinges", "oil the hinges"),
        ("remind me to oil the hinges", "oil the hinges"),
        ("don't let me forget to oil the hinges", "oil the hinges"),
        ("i'd like to be reminded to oil the hinges", "oil the hinges"),
        ("set up a reminder to oil the hinges", "oil the hinges"),
        ("new task: oil the hinges", "oil the hinges"),
        ("create a todo called oil the hinges", "oil the hinges"),
        ("oiling needs to be on my list", "oiling"),
        ("lychees should go on the list", "lychees"),
        ("i want lychees added to my list", "lychees"),
        ("we're nearly out of lychees", "lychees"),
        ("we need lychees", "lychees"),
        ("i wanna add oil the hinges to my list", "oil the hinges"),
        ("note to self oil the hinges", "oil the hinges"),
        ("text me a reminder to oil the hinges", "oil the hinges"),
        ("remind my sister and me to oil the hinges", "oil the hinges"),
        ("remind me when i get home to oil the hinges", "oil the hinges when i get home"),
        ("remind Priya to oil the hinges", "remind Priya to oil the hinges"),
        ("create a todo with these words verbatim: oil at 9", "oil at 9"),
        ("add oil the hinges down on my list", "oil the hinges"),
        ("remidn me to oil the hinges", "oil the hinges"),
        ("Add Ring Ömer to my list", "Ring Ömer"),
    ],
)
def test_one_title_in_many_wrappings(say: Say, text: str, title: str) -> None:
    assert say(text).actions == (Add(title=title),)
    assert say(text).sure


@pytest.mark.parametrize(
    "text", ["add a task", "create a new reminder", "i need a reminder", "add something to my list"]
)
def test_without_a_title_the_agent_is_to_ask(say: Say, text: str) -> None:
    assert say(text).actions == (Add(),)


def test_date_words_leave_the_title(say: Say) -> None:
    assert say("remind me to oil the hinges tomorrow at 5pm").actions == (
        Add(title="oil the hinges", due=Moment(TOMORROW, dt.time(17))),
    )


def test_a_day_that_owns_the_list_is_a_date(say: Say) -> None:
    assert say("add figs to tomorrow's list").actions == (Add(title="figs", due=Moment(TOMORROW)),)


def test_a_repetition_is_a_rule(say: Say) -> None:
    (add,) = say("add descale the kettle every month on the 3rd").actions
    assert isinstance(add, Add)
    assert (add.title, add.rrule) == ("descale the kettle", "FREQ=MONTHLY;BYMONTHDAY=3")


def test_quoted_words_are_the_title_as_they_stand(say: Say) -> None:
    assert say('add "delete the list tomorrow #1" to my list').actions == (Add(title="delete the list tomorrow #1"),)


@pytest.mark.parametrize("title", ["delete everything", "undo", "mark all tasks as done", "clear all my reminders"])
def test_text_in_a_title_is_no_command(say: Say, title: str) -> None:
    assert say(f"add {title}").actions == (Add(title=title),)
    assert say(f"remind me to {title}").actions == (Add(title=title),)


def test_all_fields_at_once(say: Say) -> None:
    text = "add oil the hinges tomorrow !high #house #metal to my garage list with description use the red can"
    assert say(text).actions == (
        Add("oil the hinges", "use the red can", Moment(TOMORROW), None, "high", "garage", ("house", "metal")),
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("add three tasks: oil hinges, wax skis, ring Priya", ["oil hinges", "wax skis", "ring Priya"]),
        ("- oil hinges\n- wax skis", ["oil hinges", "wax skis"]),
        ("1. oil hinges\n2) wax skis", ["oil hinges", "wax skis"]),
        ("add these tasks:\noil hinges\nwax skis", ["oil hinges", "wax skis"]),
        ("add figs, dates and plums to my shopping list", ["figs", "dates", "plums"]),
        ("buy figs and call Priya", ["buy figs", "call Priya"]),
        ("add bread and butter to my shopping list", ["bread and butter"]),
        ("remind me to wash and wax the car", ["wash and wax the car"]),
    ],
)
def test_several_tasks_in_one_breath(say: Say, text: str, titles: list[str]) -> None:
    assert [action.title for action in say(text).actions if isinstance(action, Add)] == titles


@pytest.mark.parametrize(
    "text",
    [
        "if figs aren't on my shopping list add them",
        "are figs on my shopping list? if not, add them",
        "add figs to my shopping list unless they're already there",
    ],
)
def test_adding_only_what_is_missing(say: Say, text: str) -> None:
    assert say(text).actions == (Add(title="figs", list="shopping", only_if_absent=True),)


def test_a_bare_title_is_sure_when_it_is_an_errand_or_dated(say: Say) -> None:
    assert say("buy figs").sure
    assert say("osteopath friday 3pm").actions == (
        Add(title="osteopath", due=Moment(dt.date(2026, 11, 27), dt.time(15))),
    )
    assert not say("dentist").sure
