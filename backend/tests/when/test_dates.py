"""Dates with a month's name, in figures, and days of the month alone."""

from collections.abc import Callable

import pytest

Due = Callable[[str], str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 may 2028", "2028-05-05"),
        ("the 5th of May, 2028", "2028-05-05"),
        ("nov. 30", "2026-11-30"),
        ("november 23", "2026-11-23"),
        ("november 22", "2027-11-22"),
        ("june the 7th", "2027-06-07"),
        ("june twenty-first", "2027-06-21"),
        ("april second", "2027-04-02"),
        ("the thirtieth day of april", "2027-04-30"),
        ("8/Dec/2029", "2029-12-08"),
        ("3jan", "2027-01-03"),
        ("thursday, 7 january 2027", "2027-01-07"),
        ("saturday, 7 january 2027", "2027-01-07"),
        ("29 feb", "2028-02-29"),
        ("feb 29 '32", "2032-02-29"),
        ("dec 28-30", "2026-12-28"),
        ("28 - 30 dec 2028", "2028-12-28"),
    ],
)
def test_a_date_with_a_month_is_the_next_one_unless_a_year_is_said(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/5", "2026-12-05"),
        ("25/12", "2026-12-25"),
        ("1/2/28", "2028-01-02"),
        ("05.12", "2026-12-05"),
        ("5.12.2028", "2028-12-05"),
        ("2028-12-5", "2028-12-05"),
        ("2028/12/05", "2028-12-05"),
        ("2026-12-24T18:30", "2026-12-24T18:30"),
        ("2026-12-24 18:30:59", "2026-12-24T18:30"),
        ("2026-12-24T18:30Z", "2026-12-24T19:30"),
        ("2026-12-24T18:30-05:00", "2026-12-25T00:30"),
    ],
)
def test_figures_are_month_first_with_slashes_and_day_first_with_dots(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on the 30th", "2026-11-30"),
        ("pay by the 5th", "2026-12-05"),
        ("pay rent 31st", "2026-12-31"),
        ("on the fifth", "2026-12-05"),
        ("on 28", "2026-11-28"),
        ("the 3rd at noon", "2026-12-03T12:00"),
        ("the 6th of next month", "2026-12-06"),
        ("thursday the 31st", "2026-12-31"),
        ("monday 7", "2026-12-07"),
    ],
)
def test_a_day_of_the_month_alone_is_the_next_one(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "february 30",
        "31 april",
        "2/30",
        "13/32",
        "the 32nd",
        "2026-13-01",
        "0000-01-01",
        "10000-01-01",
        "99.99",
        "paint the 4th floor",
        "her 30th birthday",
        "the 10/11 inquiry",
        "1/2 cup of sugar",
        "about 24/7",
        "pay $10.12",
        "version 3.11",
        "ubuntu 24.04",
        "12.10 euros",
        "call 0171-5550-123",
    ],
)
def test_what_is_no_date_stays_text(due: Due, text: str) -> None:
    assert due(text) is None
