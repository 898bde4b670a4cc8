from collections.abc import Callable
from dataclasses import replace

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Filter, List

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    "text",
    [
        "what's the description of the poster?", "show me the notes for the poster", "what is the poster's priority",
        "which list is the poster on",
    ],
)  # fmt: skip
def test_a_field_of_one_task(say: Say, text: str) -> None:
    assert say(text).actions == (List(Filter(words="poster")),)


@pytest.mark.parametrize("text", ["when is the optician?", "what's the deadline for the optician"])
def test_when_one_task_is_due(say: Say, text: str) -> None:
    assert say(text).actions == (List(Filter(words="optician"), asked="when"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("when is parents evening again?", "parents evening"),
        ("when's the sunday roast", "sunday roast"),
        ("when am i meeting Priya", "priya"),
    ],
)
def test_when_something_is_that_may_be_a_task(say: Say, text: str, words: str) -> None:
    (asked,) = say(text).actions
    assert isinstance(asked, List)
    assert (asked.asked, (asked.filter.words or "").lower()) == ("when", words)


def test_when_it_is(context: Context) -> None:
    assert interpret("when is it now?", context).actions == (List(Filter(words="Wax the skis"), asked="when"),)


def test_sure_only_of_tasks_that_are_known_or_plain_appointments(say: Say, context: Context) -> None:
    assert say("when is the optician?").sure
    assert not say("when is the poster due back").sure
    assert interpret("when is the poster?", replace(context, titles=("Poster",))).sure


@pytest.mark.parametrize("text", ["when is the next train", "when is christmas", "when is the eclipse"])
def test_the_dates_of_the_world_are_no_tasks(say: Say, text: str) -> None:
    assert not any(isinstance(action, List) for action in say(text).actions)
