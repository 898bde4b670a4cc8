"""Weeks, months and their ends, as due dates."""

from collections.abc import Callable

import pytest

Due = Callable[[str], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("this week", "2026-11-27"),
        ("next week", "2026-11-30"),
        ("the week after next", "2026-12-07"),
        ("week of december 16", "2026-12-16"),
        ("this weekend", "2026-11-28"),
        ("next weekend", "2026-12-05"),
        ("next month", "2026-12-01"),
        ("next quarter", "2027-01-01"),
        ("next year", "2027-01-01"),
        ("this month", "2026-11-30"),
        ("in january", "2027-01-01"),
        ("in november", "2026-11-30"),
        ("next march", "2027-03-01"),
        ("march after next", "2028-03-01"),
        ("june 2028", "2028-06-01"),
        ("in 2028", "2028-01-01"),
        ("q1", "2027-03-31"),
        ("by the end of Q2 2028", "2028-06-30"),
        ("memorial day weekend", "2027-05-29"),
        ("this spring", "2027-03-20"),
        ("the rest of the week", "2026-11-29"),
    ],
)
def test_stretches(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by eod", "2026-11-23"),
        ("eod friday", "2026-11-27"),
        ("tomorrow by close of business", "2026-11-24"),
        ("end of the week", "2026-11-29"),
        ("eom", "2026-11-30"),
        ("by the end of next month", "2026-12-31"),
        ("end of january", "2027-01-31"),
        ("end of the year", "2026-12-31"),
        ("mid-december", "2026-12-16"),
        ("early next week", "2026-11-30"),
        ("last week of january", "2027-01-25"),
        ("second weekend of december", "2026-12-12"),
    ],
)
def test_edges(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from tuesday to thursday", "2026-11-24"),
        ("between monday and wednesday", "2026-11-30"),
        ("saturday and sunday", "2026-11-28"),
    ],
)
def test_a_stretch_of_days_is_due_when_it_starts(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text", ["I may go", "march on", "call April", "week 3 plan", "weekend plans", "summer dress", "a year of rest"]
)
def test_names_that_are_no_stretch(due: Due, text: str) -> None:
    assert due(text) is None
