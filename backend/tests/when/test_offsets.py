"""Lengths of time: from now, from a named day, and before one."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from todo.when import read

Due = Callable[[str], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 10 minutes", "2026-11-23T09:10"),
        ("in 10min", "2026-11-23T09:10"),
        ("+90min", "2026-11-23T10:30"),
        ("in half an hour", "2026-11-23T09:30"),
        ("in a quarter of an hour", "2026-11-23T09:15"),
        ("in an hour and a half", "2026-11-23T10:30"),
        ("in 1.5 hours", "2026-11-23T10:30"),
        ("in 2h15", "2026-11-23T11:15"),
        ("in 1 hour, 20 minutes", "2026-11-23T10:20"),
        ("an hour from now", "2026-11-23T10:00"),
        ("within the next hour", "2026-11-23T10:00"),
        ("right now", "2026-11-23T09:00"),
        ("in 5 days", "2026-11-28"),
        ("five days later", "2026-11-28"),
        ("in 2-3 days", "2026-11-26"),
        ("a week hence", "2026-11-30"),
        ("in a couple of weeks", "2026-12-07"),
        ("in a fortnight", "2026-12-07"),
        ("in two weeks' time", "2026-12-07"),
        ("in three months", "2027-02-23"),
        ("in a year", "2027-11-23"),
        ("in 5 business days", "2026-11-30"),
        ("within 10 days", "2026-12-03"),
        ("next 3 days", "2026-11-26"),
    ],
)
def test_counted_from_now(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two weeks from tomorrow", "2026-12-08"),
        ("3 days after christmas", "2026-12-28"),
        ("two days before christmas", "2026-12-23"),
        ("the day before thanksgiving", "2026-11-25"),
        ("the week after easter", "2027-04-04"),
        ("a week from friday", "2026-12-04"),
        ("a month after 12/1", "2027-01-01"),
        ("a week from friday at noon", "2026-12-04T12:00"),
        ("two months from today on tuesday", "2027-01-26"),
    ],
)
def test_counted_from_another_day(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


def test_a_short_month_gives_its_last_day() -> None:
    now = datetime(2027, 1, 31, 9, tzinfo=ZoneInfo("UTC"))
    due = read("in one month", now).due
    assert due is not None
    assert due.iso() == "2027-02-28"


def test_hours_are_elapsed_time_across_a_change_of_the_clocks() -> None:
    evening = datetime(2026, 3, 28, 20, tzinfo=ZoneInfo("Europe/Berlin"))
    due = read("in 8 hours", evening).due
    assert due is not None
    assert due.iso() == "2026-03-29T05:00"


@pytest.mark.parametrize(
    "text", ["in 999999999 years", "in 5", "in 2 parts", "for 3 hours", "3 minute eggs", "half marathon"]
)
def test_what_is_no_length_of_time(due: Due, text: str) -> None:
    assert due(text) is None
