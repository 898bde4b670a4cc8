from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Action, Add, Delete, Target

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("i forgot to put figs on the list can you add it", Add("figs")),
        ("we're gonna need figs, add it to the market list", Add("figs", list="market")),
        ("figs are already in the fridge so remove them from the list", Delete(Target(words="figs"))),
        ("the fair was cancelled, remove the reminder", Delete(Target(words="fair"))),
    ],
)
def test_it_is_what_the_clause_before_speaks_of(say: Say, text: str, action: Action) -> None:
    assert say(text).actions == (action,)
