"""Clock times and parts of the day, at 09:00 on a Monday."""

from collections.abc import Callable

import pytest

Due = Callable[[str], str | None]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("4pm", "16:00"),
        ("4 p.m.", "16:00"),
        ("at 4p", "16:00"),
        ("4:05 PM", "16:05"),
        ("8.45 pm", "20:45"),
        ("at 10.15", "10:15"),
        ("16:05", "16:05"),
        ("at 1605", "16:05"),
        ("9:30:15 am", "09:30"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12pm", "12:00"),
        ("eleven am", "11:00"),
        ("six forty five pm", "18:45"),
        ("half past 10", "10:30"),
        ("half past ten pm", "22:30"),
        ("a quarter to noon", "11:45"),
        ("quarter to one", "12:45"),
        ("quarter past eleven", "11:15"),
        ("twenty to four pm", "15:40"),
        ("5 minutes past 5pm", "17:05"),
        ("4 o'clock", "16:00"),
        ("@14", "14:00"),
        ("at three in the pm", "15:00"),
        ("2-4pm", "14:00"),
        ("11-1pm", "11:00"),
        ("from 2 to 4pm", "14:00"),
        ("between 2pm and 4pm", "14:00"),
        ("10:00 - 11:30", "10:00"),
        ("at 7 in the evening", "19:00"),
        ("10 at night", "22:00"),
        ("8 tonight", "20:00"),
        ("this afternoon at 2", "14:00"),
        ("this evening", "18:00"),
        ("tonight", "21:00"),
        ("at lunch", "12:00"),
        ("after dinner", "20:00"),
    ],
)
def test_a_time_ahead_is_today(due: Due, text: str, time: str) -> None:
    assert due(text) == f"2026-11-23T{time}"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("8am", "08:00"),
        ("08:15", "08:15"),
        ("midnight", "00:00"),
        ("0:30", "00:30"),
        ("12am", "00:00"),
        ("24:00", "00:00"),
    ],
)
def test_a_time_that_is_past_is_tomorrow(due: Due, text: str, time: str) -> None:
    assert due(text) == f"2026-11-24T{time}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8:30", "2026-11-24T08:30"),
        ("at 9:00", "2026-11-24T09:00"),
        ("tonight at 8:30", "2026-11-23T20:30"),
        ("7:30", "2026-11-23T19:30"),
    ],
)
def test_a_written_morning_time_that_is_past_is_tomorrow(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tomorrow at 5", "2026-11-24T17:00"),
        ("tomorrow at 8", "2026-11-24T08:00"),
        ("at 10", "2026-11-23T10:00"),
        ("at 8", "2026-11-23T20:00"),
        ("today at 7:30", "2026-11-23T19:30"),
        ("tomorrow morning at 6", "2026-11-24T06:00"),
        ("6 tomorrow morning", "2026-11-24T06:00"),
        ("tomorrow night at 11", "2026-11-24T23:00"),
        ("saturday evening at 7:15", "2026-11-28T19:15"),
        ("tonight at midnight", "2026-11-24T00:00"),
    ],
)
def test_an_hour_without_am_or_pm_is_the_likely_one_ahead(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("friday 5pm", "2026-11-27T17:00"),
        ("5pm on friday", "2026-11-27T17:00"),
        ("at 17:00 dec 4th", "2026-12-04T17:00"),
        ("dec 4, 5pm", "2026-12-04T17:00"),
        ("tomorrow morning", "2026-11-24T09:00"),
        ("friday, early in the morning", "2026-11-27T09:00"),
        ("tomorrow before 4pm", "2026-11-24T16:00"),
        ("first thing tomorrow", "2026-11-24T09:00"),
        ("in 3 days at 8am", "2026-11-26T08:00"),
    ],
)
def test_a_time_joins_the_day_beside_it(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5pm UTC", "2026-11-23T18:00"),
        ("8:30 am GMT", "2026-11-23T09:30"),
        ("at 10am EST tomorrow", "2026-11-24T16:00"),
        ("friday 9pm PT", "2026-11-28T06:00"),
    ],
)
def test_a_time_of_another_zone_is_shown_in_ones_own(due: Due, text: str, expected: str) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "25:00",
        "12:60",
        "a 2:1 ratio",
        "meet at 12 Oak Street",
        "raise it by 5 percent",
        "look at 3 flats",
        "gate 4a",
        "A4 paper",
        "room 1605",
        "one more coffee",
        "the night shift",
        "one of three boxes",
        "half of two pizzas",
        "good morning",
    ],
)
def test_figures_that_are_no_time(due: Due, text: str) -> None:
    assert due(text) is None


def test_an_hour_after_for_is_a_time_only_of_what_has_one(due: Due) -> None:
    assert due("set a reminder for 6") == "2026-11-23T18:00"
    assert due("soup for 6") is None
