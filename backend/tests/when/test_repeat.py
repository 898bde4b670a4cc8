"""Words for repetition, and when the first occurrence is."""

from collections.abc import Callable

import pytest

Words = Callable[[str], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every day", "FREQ=DAILY"),
        ("everyday", "FREQ=DAILY"),
        ("daily", "FREQ=DAILY"),
        ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("every 4 days", "FREQ=DAILY;INTERVAL=4"),
        ("every couple of days", "FREQ=DAILY;INTERVAL=2"),
        ("every week", "FREQ=WEEKLY"),
        ("every fortnight", "FREQ=WEEKLY;INTERVAL=2"),
        ("bi-weekly", "FREQ=WEEKLY;INTERVAL=2"),
        ("once a month", "FREQ=MONTHLY"),
        ("once every two months", "FREQ=MONTHLY;INTERVAL=2"),
        ("on a monthly basis", "FREQ=MONTHLY"),
        ("every quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("semi-annually", "FREQ=MONTHLY;INTERVAL=6"),
        ("every half year", "FREQ=MONTHLY;INTERVAL=6"),
        ("yearly", "FREQ=YEARLY"),
        ("every three hours", "FREQ=HOURLY;INTERVAL=3"),
        ("every half hour", "FREQ=MINUTELY;INTERVAL=30"),
        ("every! 3 weeks after completion", "FREQ=WEEKLY;INTERVAL=3"),
    ],
)
def test_units(rrule: Words, text: str, expected: str) -> None:
    assert rrule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every thursday", "FREQ=WEEKLY;BYDAY=TH"),
        ("each thu", "FREQ=WEEKLY;BYDAY=TH"),
        ("thursdays", "FREQ=WEEKLY;BYDAY=TH"),
        ("every other thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every second thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every 3 thursdays", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH"),
        ("every fri, mon and wed", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("tuesdays and sundays", "FREQ=WEEKLY;BYDAY=TU,SU"),
        ("every monday to thursday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("mon-fri", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("every other weekend", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU"),
        ("every day except sunday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("every two weeks on tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("weekly on fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("on friday every week", "FREQ=WEEKLY;BYDAY=FR"),
        ("friday evenings", "FREQ=WEEKLY;BYDAY=FR"),
    ],
)
def test_weekdays(rrule: Words, text: str, expected: str) -> None:
    assert rrule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every 12th", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("every 12 of the month", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("on the 12th of each month", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("every month on the 12th", "FREQ=MONTHLY;BYMONTHDAY=12"),
        ("monthly on the 20th and 5th", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
        ("the 5th and 20th of every month", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
        ("first tuesday of every month", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1"),
        ("every first tuesday", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1"),
        ("every third tuesday of the month", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=3"),
        ("every last tuesday", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1"),
        ("last weekday of every month", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("at the end of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every year on may 4", "FREQ=YEARLY;BYMONTHDAY=4;BYMONTH=5"),
        ("every 4th of may", "FREQ=YEARLY;BYMONTHDAY=4;BYMONTH=5"),
        ("every christmas", "FREQ=YEARLY;BYMONTHDAY=25;BYMONTH=12"),
        ("every thanksgiving", "FREQ=YEARLY;BYDAY=TH;BYSETPOS=4;BYMONTH=11"),
        ("every memorial day", "FREQ=YEARLY;BYDAY=MO;BYSETPOS=-1;BYMONTH=5"),
    ],
)
def test_days_of_months_and_years(rrule: Words, text: str, expected: str) -> None:
    assert rrule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every day until friday", "FREQ=DAILY;UNTIL=20261127"),
        ("every week until 2027-03-31", "FREQ=WEEKLY;UNTIL=20270331"),
        ("every day at 8am for 4 times", "FREQ=DAILY;COUNT=4"),
        ("every day for two weeks", "FREQ=DAILY;UNTIL=20261206"),
    ],
)
def test_endings(rrule: Words, text: str, expected: str) -> None:
    assert rrule(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("every day", "2026-11-23"),
        ("every day at 8am", "2026-11-24T08:00"),
        ("every day at 10am", "2026-11-23T10:00"),
        ("every morning at 7", "2026-11-24T07:00"),
        ("every night at 9", "2026-11-23T21:00"),
        ("every evening", "2026-11-23T18:00"),
        ("every monday", "2026-11-23"),
        ("every monday 8am", "2026-11-30T08:00"),
        ("every other thursday at noon", "2026-11-26T12:00"),
        ("every 12th", "2026-12-12"),
        ("every month on the last day", "2026-11-30"),
        ("every february 29", "2028-02-29"),
        ("every day starting friday", "2026-11-27"),
        ("every two weeks on monday starting dec 7", "2026-12-07"),
        ("every three hours", "2026-11-23T12:00"),
    ],
)
def test_the_first_occurrence_is_the_earliest_ahead(due: Words, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the weekly report",
        "daily standup",
        "the daily",
        "every time I call",
        "each person",
        "every birthday",
        "every 30 seconds",
        "twice a week",
    ],
)
def test_words_that_name_no_repetition(rrule: Words, text: str) -> None:
    assert rrule(text) is None


def test_an_adverb_before_reminder_says_how_often(rrule: Words) -> None:
    assert rrule("set a daily reminder to stretch") == "FREQ=DAILY"
