"""A whole text as one date or one repetition, and what is said when it is none."""

from datetime import datetime

import pytest

from todo.errors import WhenError
from todo.when import parse_due, parse_repeat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-24", "2026-11-24"),
        ("2026-11-24T17:00", "2026-11-24T17:00"),
        ("2020-01-01", "2020-01-01"),
        (" Tomorrow at 5pm. ", "2026-11-24T17:00"),
        ("by next friday", "2026-12-04"),
        ("on the 1st at noon", "2026-12-01T12:00"),
        ("yesterday", "2026-11-22"),
        ("5pm", "2026-11-23T17:00"),
    ],
)
def test_parse_due(now: datetime, text: str, expected: str) -> None:
    assert parse_due(text, now).iso() == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no date"),
        ("soonish", "names no date"),
        ("friday the report", "names no date"),
        ("february 30", "no day 30"),
        ("31 april", "no day 31"),
        ("the 32nd", "no month has 32 days"),
        ("at 25:00", "hours run from 00 to 23"),
        ("2026-02-30", "no day 30"),
        ("2026-13-01", "month 13"),
        ("0000-01-01", "outside the calendar"),
        ("10000-01-01", "outside the calendar"),
        ("2026-01-01T25:00", "no such clock time"),
        ("in 99999 years", "names no date"),
        ("every day", "names no date"),
        ("x" * 500, "too long"),
    ],
)
def test_parse_due_says_what_is_wrong_and_what_to_try(now: datetime, text: str, reason: str) -> None:
    with pytest.raises(WhenError, match=reason) as caught:
        parse_due(text, now)
    assert caught.value.code == "unreadable_date"
    assert "Try " in caught.value.detail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every other tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("weekly", "FREQ=WEEKLY"),
        ("weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=FR,MO", "FREQ=WEEKLY;BYDAY=MO,FR"),
        ("freq=monthly;byday=1mo", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"),
        ("FREQ=DAILY;UNTIL=20270101T120000Z;WKST=MO", "FREQ=DAILY;UNTIL=20270101"),
        ("FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"),
    ],
)
def test_parse_repeat(now: datetime, text: str, expected: str) -> None:
    assert parse_repeat(text, now) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "sometimes",
        "every 2 hours",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;INTERVAL=5",
        "FREQ=",
        "RRULE:BYDAY=MO",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYDAY=1MO,2TU",
        "FREQ=YEARLY;UNTIL=2027",
    ],
)
def test_parse_repeat_refuses(now: datetime, text: str) -> None:
    with pytest.raises(WhenError):
        parse_repeat(text, now)
