import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from todo.interpreter import Context, Plan, Shown, interpret
from todo.interpreter.context import Pending

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Monday
SHOWN = tuple(
    Shown(str(number), title)
    for number, title in enumerate(("Wax the skis", "Oil the gate", "Answer Priya", "Frame the poster"), start=1)
)


@pytest.fixture
def context() -> Context:
    """Four tasks on show, the first of them changed last; two lists."""
    return Context(now=NOW, shown=SHOWN, touched=SHOWN[:1], lists=("Garden", "Work"))


@pytest.fixture
def say() -> Callable[[str], Plan]:
    """The plan of a sentence with nothing said before."""
    return lambda text: interpret(text, Context(now=NOW))


@pytest.fixture
def reply(context: Context) -> Callable[[str, Pending], Plan]:
    """The plan of a reply to what is pending."""
    return lambda text, pending: interpret(text, replace(context, pending=pending))
