"""The days that a listing asks for."""

from datetime import date, datetime

import pytest

from todo.when import Period, read_period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("today", "2026-11-23", "2026-11-23"),
        ("tomorrow", "2026-11-24", "2026-11-24"),
        ("this week", "2026-11-23", "2026-11-29"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("the weekend", "2026-11-28", "2026-11-29"),
        ("friday", "2026-11-27", "2026-11-27"),
        ("the next 3 days", "2026-11-23", "2026-11-26"),
        ("in december", "2026-12-01", "2026-12-31"),
        ("before friday", None, "2026-11-26"),
        ("by friday", None, "2026-11-27"),
        ("after the 5th", "2026-12-06", None),
        ("from thursday", "2026-11-26", None),
        ("from thursday to saturday", "2026-11-26", "2026-11-28"),
        ("between today and friday", "2026-11-23", "2026-11-27"),
        ("today and tomorrow", "2026-11-23", "2026-11-24"),
        ("within 2 weeks", "2026-11-23", "2026-12-07"),
        ("before 4pm tomorrow", None, "2026-11-24"),
    ],
)
def test_read_period(now: datetime, text: str, start: str | None, end: str | None) -> None:
    period, rest = read_period(text, now)
    assert period == Period(*(date.fromisoformat(day) if day else None for day in (start, end)))
    assert rest == ""


def test_the_rest_keeps_the_other_words(now: datetime) -> None:
    assert read_period("chores for next week please", now)[1] == "chores please"


@pytest.mark.parametrize("text", ["all of my chores", "at 5pm", "every friday"])
def test_no_days_no_period(now: datetime, text: str) -> None:
    assert read_period(text, now) == (None, text)


def test_a_period_contains_its_ends() -> None:
    week = Period(date(2026, 11, 23), date(2026, 11, 29))
    assert date(2026, 11, 23) in week
    assert date(2026, 11, 29) in week
    assert date(2026, 11, 30) not in week
    assert date(1999, 1, 1) in Period(None, date(2026, 1, 1))
