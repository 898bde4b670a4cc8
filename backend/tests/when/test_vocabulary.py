"""What the vocabulary sorts out must be what the rules would not read anyway."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from todo.when import Reading, read

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    ["semi-annually", "Q2 2028", "nightly", "by close of business", "the ides of march", "x-mas", "eom"],
)
def test_rare_words_that_tell_a_time(reading: Read, text: str) -> None:
    found = reading(text)
    assert found.due is not None or found.rrule is not None


@pytest.mark.parametrize("text", ["oil the hinges", "the last straw", "next of kin", "every single mug", "in the end"])
def test_small_words_tell_nothing_alone(reading: Read, text: str) -> None:
    assert reading(text) == Reading(None, None, text)


def test_the_same_words_in_two_zones_are_two_readings() -> None:
    berlin = datetime(2026, 11, 23, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    tokyo = berlin.astimezone(ZoneInfo("Asia/Tokyo"))
    assert berlin == tokyo
    assert (read("tomorrow", berlin).due, read("tomorrow", tokyo).due) == (
        read("24 nov", berlin).due,
        read("25 nov", tokyo).due,
    )
