import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from todo.when.impossible import find_impossible

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("text", "gone", "words"),
    [
        ("glue the mug on february 30", "on february 30", "february 30"),
        ("glue it by the 31st of june", "by the 31st of june", "31st of june"),
        ("february 29 2027", "february 29 2027", "february 29 2027"),
        ("glue it on the 32nd", "on the 32nd", "32nd"),
        ("move it to 2026-13-01", "to 2026-13-01", "2026-13-01"),
        ("due 31.06.2027", "due 31.06.2027", "31.06.2027"),
        ("glue it by 2/30", "by 2/30", "2/30"),
        ("in the year 0", "year 0", "0"),
        ("ring Mia at 25:10", "at 25:10", "25:10"),
        ("ring Mia at 13am tomorrow", "at 13am", "13am"),
    ],
)
def test_what_no_calendar_or_clock_shows(text: str, gone: str, words: str) -> None:
    found = find_impossible(text, NOW)
    assert found is not None
    assert (text[found.start : found.end], found.words) == (gone, words)


@pytest.mark.parametrize(
    "text",
    [
        "february 29", "on 30/11", "at 24:00", "walk along 32nd street", "cake for the 40th", "read Luke 27:80",
        "the 45 june lists", "march 98", "print 'february 30' on it", "room 31/13",
    ],
)  # fmt: skip
def test_what_exists_or_is_no_date(text: str) -> None:
    assert find_impossible(text, NOW) is None
