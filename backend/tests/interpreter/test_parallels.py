from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Add

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
        ("i need to water the fern and to ring Priya", [("water the fern", None), ("ring Priya", None)]),
        ("remind me to wash and dry the curtains tomorrow", [("wash and dry the curtains", "2026-11-24")]),
    ],
)
def test_errands_with_a_date_of_their_own(say: Say, text: str, expected: list[tuple[str, str | None]]) -> None:
    adds = [action for action in say(text).actions if isinstance(action, Add)]
    assert [(add.title, add.due.iso() if add.due else None) for add in adds] == expected
