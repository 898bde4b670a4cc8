from collections.abc import Callable

import pytest

from todo.interpreter import Plan
from todo.interpreter.plan import Chat, ChatKind

Say = Callable[[str], Plan]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("good morning!", "greeting"), ("much appreciated", "thanks"), ("see you later", "goodbye"),
        ("are you a robot?", "identity"), ("how are you today", "feelings"), ("I'm feeling sad", "feelings"),
        ("well done", "praise"), ("that's not what i meant", "complaint"), ("tell me another joke", "joke"),
        ("what time is it?", "clock"), ("Can you speak Polish?", "language"), ("Sprechen Sie Deutsch?", "language"),
        ("which languages do you speak?", "language"),
    ],
)  # fmt: skip
def test_kinds_of_talk(say: Say, text: str, kind: ChatKind) -> None:
    assert say(text) == Plan((Chat(kind),), sure=True)


def test_another_subject_is_told_from_what_is_not_understood(say: Say) -> None:
    assert say("what is the capital of Peru").actions == (Chat("offtopic"),)
    assert say("is it raining or will it snow").actions == (Chat("offtopic"),)
    assert say("the first").actions == (Chat("unclear"),)
