"""Titles that are known turn what looks like a new task into a change of one that exists."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from todo.interpreter import Context, interpret
from todo.interpreter.knowing import needs_titles
from todo.interpreter.plan import Changes, Target, Update

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Monday
KNOWN = Context(now=NOW, titles=("Rent a trailer", "Hand in the form", "Sort shells"))


@pytest.mark.parametrize(
    ("text", "words", "changes"),
    [
        ("the trailer is for the 16th actually", "trailer", Changes(date=dt.date(2026, 12, 16))),
        ("hand in the form needs to be done by wednesday", "Hand in the form", Changes(date=dt.date(2026, 11, 25))),
        ("put rent a trailer on the moving list too", "Rent a trailer", Changes(list="moving")),
        ("change sort shells", "Sort shells", Changes()),
    ],
)
def test_a_known_task_is_changed(text: str, words: str, changes: Changes) -> None:
    assert needs_titles(text, interpret(text, Context(now=NOW)))
    assert interpret(text, KNOWN).actions == (Update(Target(words=words), changes),)


def test_a_tag_is_asked_for() -> None:
    assert interpret("tag sort shells", KNOWN).actions == (Update(Target(words="Sort shells"), field="tags"),)


@pytest.mark.parametrize(
    "text",
    ["add figs", "remind me to glue the mug tomorrow", "please add figs to my market list", "what's due today?",
     "figs are done", "buy figs", "thanks"],
)  # fmt: skip
def test_most_messages_need_no_titles(text: str) -> None:
    assert not needs_titles(text, interpret(text, Context(now=NOW)))
