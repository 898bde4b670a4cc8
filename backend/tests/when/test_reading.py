"""Whole sentences: which words are the date, and what is left."""

import sys
from collections.abc import Callable
from datetime import datetime

import pytest

from todo.when import Reading, read

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "rest", "due"),
    [
        ("call the plumber tomorrow", "call the plumber", "2026-11-24"),
        ("tomorrow call the plumber", "call the plumber", "2026-11-24"),
        ("send the draft by friday 5pm", "send the draft", "2026-11-27T17:00"),
        ("send the draft, due on friday, to Ann", "send the draft, to Ann", "2026-11-27"),
        ("gym@18:30", "gym", "2026-11-23T18:30"),
        ("water the ferns every tuesday.", "water the ferns", "2026-11-24"),
        ("pack (tomorrow)", "pack", "2026-11-24"),
        ("remind me tomorrow to ring Jo at 4pm", "remind me to ring Jo", "2026-11-24T16:00"),
        ("every day, for a month, stretch", "stretch", "2026-11-23"),
        ("review tomorrow's slides", "review slides", "2026-11-24"),
        ("dentist - friday", "dentist", "2026-11-27"),
        ("is friday at noon free?", "is free?", "2026-11-27T12:00"),
    ],
)
def test_date_words_leave_the_rest_with_their_prepositions(reading: Read, text: str, rest: str, due: str) -> None:
    found = reading(text)
    assert (found.rest, found.due and found.due.iso()) == (rest, due)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("the friday report is due monday", "2026-11-30"),
        ("prepare the christmas menu by friday", "2026-11-27"),
        ("Anna's notes on the 5pm call by noon", "2026-11-23T12:00"),
        ("move it from tuesday to thursday", "2026-11-26"),
        ("do it on thursday instead of tuesday", "2026-11-26"),
        ("call the shop I missed yesterday on tuesday", "2026-11-24"),
    ],
)
def test_of_several_dates_the_one_that_is_a_deadline_counts(reading: Read, text: str, due: str) -> None:
    found = reading(text).due
    assert found is not None
    assert found.iso() == due


@pytest.mark.parametrize(
    "text",
    [
        '"call mom tomorrow"',
        "‘friday plan’",
        "“every day”",
        "read 'One Fine Day at 5pm'",
        "see https://example.org/2026/12/24",
        "mail friday@example.org",
        "tag #monday",
    ],
)
def test_quoted_text_and_addresses_are_never_read(reading: Read, text: str) -> None:
    assert reading(text) == Reading(None, None, text)


def test_quotes_stay_beside_a_date(reading: Read) -> None:
    found = reading('add "friday list" tomorrow')
    assert found.rest == 'add "friday list"'
    assert found.due is not None
    assert found.due.iso() == "2026-11-24"


@pytest.mark.parametrize("text", ["I called yesterday", "what was done last week", "sent 3 days ago"])
def test_the_past_is_not_a_due_date(reading: Read, text: str) -> None:
    assert reading(text).due is None


def test_a_deadline_may_be_what_is_due(reading: Read) -> None:
    assert reading("the budget deadline next monday").rest == "the budget deadline"
    assert reading("send the budget, deadline next monday").rest == "send the budget"


def test_spans_tell_what_was_read(reading: Read) -> None:
    text = "swim every tuesday at 7pm with Li"
    found = reading(text)
    assert [(span.text, span.kind) for span in found.spans] == [("every tuesday at 7pm", "repeat")]
    assert text[found.spans[0].start : found.spans[0].end] == found.spans[0].text


@pytest.mark.parametrize(
    ("text", "dated", "timed"),
    [("at 5pm", False, True), ("tomorrow", True, False), ("tomorrow at 5pm", True, True), ("nap", False, False)],
)
def test_dated_and_timed_tell_what_was_said(reading: Read, text: str, dated: bool, timed: bool) -> None:
    found = reading(text)
    assert (found.dated, found.timed) == (dated, timed)


def test_a_time_in_a_gap_moves_forward(now: datetime) -> None:
    due = read("march 28 2027 at 2:30am", now).due
    assert due is not None
    assert due.iso() == "2027-03-28T03:30"


@pytest.mark.parametrize(
    "text", ["every " * 330, "next " * 400, "1 and 2 " * 250, "'" * 2000, "“" * 2000, "9-" * 1000, "fri " * 500]
)
def test_hostile_text_is_read_in_bounded_work(now: datetime, text: str) -> None:
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        read(text, now)
    finally:
        sys.setprofile(None)
    assert steps < 800 * len(text)
