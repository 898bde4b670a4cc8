"""Occurrences of a rule: later than the last, at the same clock time, in every zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from todo.errors import WhenError
from todo.when import Moment, instant, next_occurrence

BERLIN = "Europe/Berlin"


def following(rrule: str, due: str, after: str | None = None, zone: str = BERLIN) -> str | None:
    moment = Moment.from_iso(due)
    now = datetime.fromisoformat(after).replace(tzinfo=ZoneInfo(zone)) if after else datetime(2000, 1, 1, tzinfo=UTC)
    found = next_occurrence(rrule, moment, zone, now)
    return found.iso() if found else None


@pytest.mark.parametrize(
    ("rrule", "due", "expected"),
    [
        ("FREQ=DAILY", "2026-11-23", "2026-11-24"),
        ("FREQ=DAILY;INTERVAL=3", "2026-11-23T09:00", "2026-11-26T09:00"),
        ("FREQ=WEEKLY", "2026-11-23", "2026-11-30"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-11-24", "2026-12-08"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-27T08:00", "2026-11-30T08:00"),
        ("FREQ=MONTHLY", "2026-11-23", "2026-12-23"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-10-31", "2026-12-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-12-31"),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", "2026-11-27", "2026-12-25"),
        ("FREQ=YEARLY", "2026-11-23", "2027-11-23"),
        ("FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2", "2028-02-29", "2032-02-29"),
        ("FREQ=DAILY;UNTIL=20261124", "2026-11-23T09:00", "2026-11-24T09:00"),
    ],
)
def test_the_next_one(rrule: str, due: str, expected: str) -> None:
    assert following(rrule, due) == expected


@pytest.mark.parametrize(
    ("rrule", "due"),
    [
        ("FREQ=DAILY;UNTIL=20261123", "2026-11-23T09:00"),
        ("FREQ=DAILY;COUNT=1", "2026-11-23"),
        ("FREQ=YEARLY;INTERVAL=999", "9990-01-01"),
    ],
)
def test_an_ended_or_impossible_rule_has_no_next_one(rrule: str, due: str) -> None:
    assert following(rrule, due) is None


def test_missed_occurrences_are_passed_over() -> None:
    assert following("FREQ=DAILY", "2026-11-01T09:00", "2026-11-23T08:59") == "2026-11-23T09:00"
    assert following("FREQ=DAILY", "2026-11-01T09:00", "2026-11-23T09:00") == "2026-11-24T09:00"
    assert following("FREQ=WEEKLY;INTERVAL=2", "2026-11-02", "2026-11-23T12:00") == "2026-11-30"


def test_a_date_alone_comes_on_a_later_day() -> None:
    assert following("FREQ=DAILY", "2026-11-20", "2026-11-23T00:01") == "2026-11-24"


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("Europe/Berlin", "2026-03-28T09:00"),
        ("Europe/Berlin", "2026-10-24T09:00"),
        ("America/New_York", "2026-03-07T09:00"),
        ("America/New_York", "2026-10-31T09:00"),
        ("Australia/Lord_Howe", "2026-04-04T09:00"),
        ("Australia/Lord_Howe", "2026-10-03T09:00"),
        ("Asia/Kolkata", "2026-03-28T09:00"),
        ("Pacific/Apia", "2011-12-29T09:00"),
    ],
)
def test_the_clock_time_stays_when_the_clocks_change(zone: str, due: str) -> None:
    first = Moment.from_iso(due)
    second = next_occurrence("FREQ=DAILY", first, zone, instant(first, zone))
    assert second is not None
    assert second.time == first.time
    assert second.date > first.date


def test_a_time_in_a_gap_keeps_its_clock_time_for_the_days_after() -> None:
    assert following("FREQ=DAILY", "2026-03-28T02:30") == "2026-03-29T02:30"
    assert following("FREQ=DAILY", "2026-03-28T02:30", "2026-03-29T12:00") == "2026-03-30T02:30"


def test_an_hour_that_comes_twice_is_one_occurrence() -> None:
    after = datetime(2026, 10, 25, 2, 45, tzinfo=ZoneInfo(BERLIN))
    due = Moment.from_iso("2026-10-24T02:30")
    first = next_occurrence("FREQ=DAILY", due, BERLIN, after)
    second = next_occurrence("FREQ=DAILY", due, BERLIN, after.replace(fold=1))
    assert first == second == Moment.from_iso("2026-10-26T02:30")


@pytest.mark.parametrize("rrule", ["FREQ=HOURLY", "FREQ=YEARLY;BYMONTHDAY=30;BYMONTH=2", "nonsense", ""])
def test_an_unreadable_rule_raises(rrule: str) -> None:
    with pytest.raises(WhenError):
        following(rrule, "2026-11-23")
