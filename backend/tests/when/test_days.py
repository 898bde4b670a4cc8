"""Days told from today: weekdays, tomorrow, holidays, and places in a month."""

from collections.abc import Callable

import pytest

from todo.when import Reading

Due = Callable[[str], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("tmrw", "2026-11-24"),
        ("the day after tomorrow", "2026-11-25"),
        ("the next day", "2026-11-24"),
        ("tomorrow week", "2026-12-01"),
        ("next weekday", "2026-11-24"),
        ("later today", "2026-11-23"),
        ("this time tomorrow", "2026-11-24T09:00"),
    ],
)
def test_days_near_today(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("monday", "2026-11-30"),
        ("this monday", "2026-11-23"),
        ("coming monday", "2026-11-30"),
        ("next monday", "2026-11-30"),
        ("wednesday", "2026-11-25"),
        ("this wednesday", "2026-11-25"),
        ("next wednesday", "2026-12-02"),
        ("the following wednesday", "2026-12-02"),
        ("thurs.", "2026-11-26"),
        ("on Sat", "2026-11-28"),
        ("friday week", "2026-12-04"),
        ("friday after next", "2026-12-04"),
        ("wednesday of next week", "2026-12-02"),
        ("next week wednesday", "2026-12-02"),
        ("3 fridays from now", "2026-12-11"),
    ],
)
def test_weekdays(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first friday of december", "2026-12-04"),
        ("last sunday of january 2027", "2027-01-31"),
        ("second tuesday of next month", "2026-12-08"),
        ("last day of february", "2027-02-28"),
        ("first day of next month", "2026-12-01"),
        ("third monday after new year's day", "2027-01-18"),
        ("the friday before easter", "2027-03-26"),
    ],
)
def test_places_in_a_month(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("christmas", "2026-12-25"),
        ("christmas eve at 6pm", "2026-12-24T18:00"),
        ("New Year's Eve", "2026-12-31"),
        ("new year’s day", "2027-01-01"),
        ("thanksgiving", "2026-11-26"),
        ("black friday", "2026-11-27"),
        ("cyber monday", "2026-11-30"),
        ("easter", "2027-03-28"),
        ("good friday 2028", "2028-04-14"),
        ("mother's day", "2027-05-09"),
        ("memorial day", "2027-05-31"),
        ("labor day", "2027-09-06"),
        ("halloween next year", "2027-10-31"),
    ],
)
def test_holidays(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    ["knit christmas stockings", "dye the easter eggs", "thanksgiving turkey", "halloween cape", "new year's wishes"],
)
def test_a_holiday_that_names_a_thing_is_no_date(due: Due, text: str) -> None:
    assert due(text) is None


@pytest.mark.parametrize(
    "text", ["wrap it by christmas", "on christmas ring Priya", "christmas at noon", "figs for christmas"]
)
def test_a_holiday_that_is_the_day(due: Due, text: str) -> None:
    assert str(due(text)).startswith("2026-12-25")


@pytest.mark.parametrize(
    "text", ["apply sun cream", "the dog sat on the rug", "the sun", "sum it up", "fried rice", "saturn", "monday.com"]
)
def test_words_that_look_like_weekdays(due: Due, text: str) -> None:
    assert due(text) is None


def test_a_doubtful_weekday_is_not_sure(reading: Callable[[str], Reading]) -> None:
    assert reading("buy flowers sat").sure is False
    assert reading("buy flowers on sat").sure is True
