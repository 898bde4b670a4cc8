from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Chat, Help

Say = Callable[[str], Plan]


@pytest.mark.parametrize("text", ["help", "what can you do?", "how does this work", "what are your features"])
def test_help_in_general(say: Say, text: str) -> None:
    assert say(text).actions == (Help(),)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("help with dates", "dates"), ("help me with lists", "lists"), ("can you help me with adding tasks", "add"),
        ("how do I delete a task?", "delete"), ("how to undo", "undo"), ("how can i set a reminder", "add"),
        ("help with changing", "update"),
    ],
)  # fmt: skip
def test_help_with_a_topic(say: Say, text: str, topic: str) -> None:
    assert say(text).actions == (Help(topic),)


def test_how_to_do_something_else_is_beyond_us(say: Say) -> None:
    assert say("how do i change a tyre").actions == (Chat("offtopic"),)
