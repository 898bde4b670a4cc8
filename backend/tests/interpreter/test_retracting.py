from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Redo, Undo

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    "text",
    ["undo", "undo my last change", "oops, take that back", "bring back the deleted task", "ctrl+z"],
)
def test_ways_to_undo(say: Say, text: str) -> None:
    assert say(text) == Plan((Undo(),), sure=True)


@pytest.mark.parametrize("text", ["redo", "redo that", "do it again", "undo the undo"])
def test_ways_to_redo(say: Say, text: str) -> None:
    assert say(text) == Plan((Redo(),), sure=True)
