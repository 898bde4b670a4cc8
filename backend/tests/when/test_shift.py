"""Moving what is due already."""

from datetime import datetime

import pytest

from todo.when import Moment, shift

DUE = Moment.from_iso("2026-11-27T17:00")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("by an hour", "2026-11-27T18:00"),
        ("an hour later", "2026-11-27T18:00"),
        ("30 minutes earlier", "2026-11-27T16:30"),
        ("push it back 30 minutes", "2026-11-27T17:30"),
        ("bring it up by a day", "2026-11-26T17:00"),
        ("for 10 minutes", "2026-11-27T17:10"),
        ("two days later", "2026-11-29T17:00"),
        ("by 2 weeks", "2026-12-11T17:00"),
        ("a week earlier", "2026-11-20T17:00"),
        ("to be 3 months later", "2027-02-27T17:00"),
        ("another day", "2026-11-28T17:00"),
        ("by 8 hours", "2026-11-28T01:00"),
        ("by 3 business days", "2026-12-02T17:00"),
    ],
)
def test_shift(now: datetime, text: str, expected: str) -> None:
    moved = shift(text, DUE, now)
    assert moved is not None
    assert moved.iso() == expected


@pytest.mark.parametrize("text", ["tomorrow", "in two days", "2 days", "to friday", "later", "by 9999999 years", ""])
def test_what_is_no_shift(now: datetime, text: str) -> None:
    assert shift(text, DUE, now) is None


def test_hours_from_a_date_alone(now: datetime) -> None:
    later = shift("by 2 hours", Moment.from_iso("2026-11-23"), now)
    assert later is not None
    assert later.iso() == "2026-11-23T11:00"
    days = shift("by 2 days", Moment.from_iso("2026-11-23"), now)
    assert days is not None
    assert days.iso() == "2026-11-25"
