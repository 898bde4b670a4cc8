"""Facts are found however they are worded, and not where they are not said."""

import pytest

from evals.facts import holds, plain


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("buy milk", "Added **Buy milk**."),
        ("date 2026-11-24", "due tomorrow (Tue 24 Nov)"),
        ("date 2026-11-24", "due Tuesday, November 24th"),
        ("date 2026-11-24", "due 2026-11-24"),
        ("date 2026-11-24", "on 11/24/2026"),
        ("time 17:00", "at 17:00"),
        ("time 17:00", "at 5 pm"),
        ("time 17:30", "at 5:30 p.m."),
        ("time 09:05", "at 9:05"),
        ("time 12:00", "at noon"),
        ("number 3", "You have three open tasks."),
        ("number 20", "these are the first 20:"),
        ("number 0", "no tasks"),
        ("nothing", "You have no open tasks."),
        ("/already|was like that/", "It was done already."),
    ],
)
def test_said(fact: str, text: str) -> None:
    assert holds(plain(text), fact)


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("date 2026-11-02", "due 2026-11-24"),
        ("date 2026-11-24", "due 24 Dec"),
        ("time 17:00", "at 5 am"),
        ("time 05:00", "at 5 pm"),
        ("time 05:00", "at 15:00"),
        ("number 3", "You have 13 tasks."),
        ("number 3", "at 3:30"),
        ("nothing", "2 open tasks:"),
    ],
)
def test_not_said(fact: str, text: str) -> None:
    assert not holds(plain(text), fact)
