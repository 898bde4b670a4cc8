"""Local moments as instants, where clocks change by an hour, by half an hour, by a day, and never."""

import pytest

from todo.when import Moment, instant


@pytest.mark.parametrize(
    ("zone", "moment", "expected"),
    [
        ("Europe/Berlin", "2026-11-24T17:00", "2026-11-24T16:00"),
        ("Europe/Berlin", "2026-07-24T17:00", "2026-07-24T15:00"),
        ("Asia/Kolkata", "2026-11-24T17:00", "2026-11-24T11:30"),
        ("Europe/Berlin", "2026-11-24", "2026-11-24T23:00"),
        ("America/New_York", "2026-11-24", "2026-11-25T05:00"),
        # Gaps: an hour in Berlin, half an hour on Lord Howe, all of 30 December 2011 in Apia.
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30"),
        ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:30"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00"),
        # Twice: the first one counts.
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45"),
    ],
)
def test_instant(zone: str, moment: str, expected: str) -> None:
    assert instant(Moment.from_iso(moment), zone).isoformat() == f"{expected}:00+00:00"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_do_not_raise(day: str) -> None:
    for zone in ("Pacific/Apia", "America/New_York"):
        assert instant(Moment.from_iso(day), zone).tzinfo is not None
        assert instant(Moment.from_iso(f"{day}T12:00"), zone).tzinfo is not None
