from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Changes, Target, Update

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("tag the poster with art and home", Changes(add_tags=("art", "home"))),
        ("add the tag art to the poster", Changes(add_tags=("art",))),
        ("add #art to the poster", Changes(add_tags=("art",))),
        ("tag the poster #art #home", Changes(add_tags=("art", "home"))),
        ("remove the tag art from the poster", Changes(remove_tags=("art",))),
        ("take the art label off the poster", Changes(remove_tags=("art",))),
        ("remove #art from the poster", Changes(remove_tags=("art",))),
        ("untag the poster from art", Changes(remove_tags=("art",))),
    ],
)
def test_tags(say: Say, text: str, changes: Changes) -> None:
    assert say(text).actions == (Update(Target(words="poster"), changes),)
