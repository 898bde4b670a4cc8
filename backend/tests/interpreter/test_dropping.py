from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Delete, Target

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    "text",
    [
        "i don't need the mug anymore", "no need for the mug any longer", "the mug can come off my list",
        "the mug has been cancelled", "stop reminding me about the mug", "never mind the mug reminder",
        "skip the mug reminder", "the mug is no longer needed",
    ],
)  # fmt: skip
def test_what_is_not_wanted_any_more(say: Say, text: str) -> None:
    assert say(text).actions == (Delete(Target(words="mug")),)


@pytest.mark.parametrize("text", ["never mind", "forget it", "take the day off", "i don't need help"])
def test_what_deletes_nothing(say: Say, text: str) -> None:
    assert not any(isinstance(action, Delete) for action in say(text).actions)
