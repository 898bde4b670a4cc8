from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Add, Complete, Delete, Target

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "remind me to water the fern on the 1st and to ring Priya on friday at noon",
            [("water the fern", "2026-12-01"), ("ring Priya", "2026-11-27T12:00")],
        ),
        (
            "remind me to water the fern tomorrow, ring Priya on friday and pack on sunday",
            [("water the fern", "2026-11-24"), ("ring Priya", "2026-11-27"), ("pack", "2026-11-29")],
        ),
        (
            "add water the fern tomorrow at 4pm and ring Priya on thursday",
            [("water the fern", "2026-11-24T16:00"), ("ring Priya", "2026-11-26")],
        ),
        ("i need to water the fern and to ring Priya", [("water the fern", None), ("ring Priya", None)]),
        ("remind me to wash and dry the curtains tomorrow", [("wash and dry the curtains", "2026-11-24")]),
    ],
)
def test_errands_with_a_date_of_their_own(say: Say, text: str, expected: list[tuple[str, str | None]]) -> None:
    adds = [action for action in say(text).actions if isinstance(action, Add)]
    assert [(add.title, add.due.iso() if add.due else None) for add in adds] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wax the skis and oil the gate are both done", ["wax the skis", "oil the gate"]),
        ("figs and plums are done", ["figs", "plums"]),
        ("the hall is finished, the yard too", ["hall", "yard"]),
        ("i called the vet and walked Rex", ["call the vet", "walk Rex"]),
        ("got the figs and the plums", ["figs", "plums"]),
        ("bread and butter pudding with custard is done", ["bread and butter pudding with custard"]),
    ],
)
def test_two_that_are_done(say: Say, text: str, words: list[str]) -> None:
    done = [action for action in say(text).actions if isinstance(action, Complete)]
    assert [action.target.words for action in done] == words


def test_two_titles_that_begin_with_a_verb(say: Say) -> None:
    assert say("delete call Ben and ring Mia").actions == (
        Delete(Target(words="call Ben")),
        Delete(Target(words="ring Mia")),
    )
