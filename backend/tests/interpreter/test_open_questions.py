import datetime as dt
from collections.abc import Callable

import pytest

from todo.interpreter import Context, Plan, interpret
from todo.interpreter.plan import Filter, List
from todo.when import Period

Say = Callable[[str], Plan]
TODAY = dt.date(2026, 11, 23)
TOMORROW = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what do i have?", List()),
        ("what do i have today", List(Filter(period=Period(TODAY, TODAY)))),
        ("am i busy tomorrow", List(Filter(period=Period(TOMORROW, TOMORROW)))),
        ("what does my day look like", List(Filter(period=Period(TODAY, TODAY)))),
        ("what is due in the next 7 days?", List(Filter(period=Period(TODAY, dt.date(2026, 11, 30))))),
        ("what do i need from the store", List()),
        ("who do i need to ring", List(Filter(words="ring"))),
        ("did i remember to add figs", List(Filter(words="figs"), asked="whether")),
        ("do i have anything about Priya", List(Filter(words="Priya"), asked="whether")),
        ("what's the third item on my work list", List(Filter(list="work"))),
        ("what is the first thing on my list", List(Filter(limit=1))),
        ("search for figs", List(Filter(words="figs"))),
        ("find everything about figs", List(Filter(words="figs"))),
        ("anything for tomorrow?", List(Filter(period=Period(TOMORROW, TOMORROW)), asked="whether")),
        ("do i have anything left today", List(Filter(period=Period(TODAY, TODAY)), asked="whether")),
        ("hm, sorry - what did i have today?", List(Filter(period=Period(TODAY, TODAY)))),
        ("did i miss anything?", List(Filter(overdue=True), asked="whether")),
        ("am i late with something", List(Filter(overdue=True), asked="whether")),
        ("which ones are high priority", List(Filter(priority="high"))),
        ("just the overdue ones", List(Filter(overdue=True))),
        ("wait, show me my tasks first", List()),
        ("what do i have to #buy", List(Filter(tag="buy"))),
    ],
)
def test_questions_without_a_word_for_tasks(say: Say, text: str, asked: List) -> None:
    assert say(text).actions == (asked,)


def test_the_ones_of_a_list(context: Context) -> None:
    assert interpret("only the work ones", context).actions == (List(Filter(list="Work")),)


@pytest.mark.parametrize("text", ["what do i have in common with you", "search the web for figs", "sort my list"])
def test_what_they_are_not(say: Say, text: str) -> None:
    assert not any(isinstance(action, List) for action in say(text).actions)
