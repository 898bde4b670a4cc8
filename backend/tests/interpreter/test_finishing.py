from collections.abc import Callable
from dataclasses import replace

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Complete, Reopen, Target

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    "text",
    [
        "i finished the mug",
        "i've just finished with the mug",
        "the mug has been done",
        "mug: done",
        "i'm done with the mug",
        "the mug done",
        "mug's done",
    ],
)
def test_what_is_done(say: Say, text: str) -> None:
    assert say(text) == Plan((Complete(Target(words="mug")),), sure=True)


@pytest.mark.parametrize("text", ["i haven't finished the mug", "the mug is not done yet"])
def test_what_is_not_done(say: Say, text: str) -> None:
    assert say(text).actions == (Reopen(Target(words="mug")),)


def test_a_deed_is_sure_only_of_a_known_task(say: Say, context: Context) -> None:
    assert not say("i glued the mug").sure
    assert interpret("i called Priya", replace(context, titles=("Call Priya",))).sure


def test_getting_something_is_no_errand_unless_it_was_awaited(say: Say) -> None:
    assert isinstance(say("i got the figs").actions[0], Complete)
    assert not isinstance(say("i got a cold").actions[0], Complete)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("visa fee done", "visa fee"),
        ("close the till done", "close the till"),
        ("check off order contact lenses", "order contact lenses"),
        ("would you mind marking the alarm battery one as complete", "alarm battery"),
    ],
)
def test_done_is_said_of_tasks_whatever_they_are_about(say: Say, text: str, words: str) -> None:
    assert say(text) == Plan((Complete(Target(words=words)),), sure=True)


def test_a_participle_after_its_object(say: Say) -> None:
    assert say("roses pruned") == Plan((Complete(Target(words="prune roses")),), sure=False)


def test_a_deed_said_before_it_is_marked(say: Say) -> None:
    assert say("i took the medicine, mark it done").actions == (Complete(Target(words="medicine")),)


def test_a_deed_that_is_marked_is_what_it_means(context: Context) -> None:
    assert interpret("fern watered, mark it done", context).actions == (Complete(Target(words="fern")),)


def test_found_it(context: Context) -> None:
    assert interpret("found it, that's done", context).actions == (Complete(Target(ids=("1",))),)


def test_a_list_may_be_called_like_a_command(context: Context) -> None:
    (done,) = interpret("everything on the move list is done", replace(context, lists=("Move",))).actions
    assert isinstance(done, Complete)
    assert (done.target.list, done.target.bulk) == ("Move", True)
