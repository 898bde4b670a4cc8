import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from todo.interpreter.understand import understand_line

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Berlin"))


def line(text: str, **more: object) -> dict[str, object]:
    return understand_line({"id": "7", "text": text, **more}, NOW, "Europe/Berlin")


def test_an_add_with_its_fields() -> None:
    assert line("add glue the mug tomorrow at 5pm #home !high") == {
        "id": "7", "intent": "add", "title": "glue the mug", "due": "2026-11-24T17:00", "priority": "high",
        "tags": ["home"], "sure": True,
        "actions": [{"intent": "add", "title": "glue the mug", "due": "2026-11-24T17:00", "priority": "high",
        "tags": ["home"]}],
    }  # fmt: skip


def test_the_first_act_gives_the_intent() -> None:
    found = line("remove figs and add plums to my list")
    assert (found["intent"], found["title"]) == ("delete", "figs")
    assert found["actions"] == [{"intent": "delete", "title": "figs"}, {"intent": "add", "title": "plums"}]


def test_a_record_brings_its_own_clock() -> None:
    assert line("add glue the mug tomorrow", now="2030-01-31T23:00:00")["due"] == "2030-02-01"


def test_no_act_still_gives_the_date_that_is_said() -> None:
    found = line("will it rain tomorrow at noon")
    assert (found["intent"], found["due"], found["actions"]) == ("other", "2026-11-24T12:00", [])


def test_a_record_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match='"text"'):
        understand_line({"id": "7"}, NOW, "Europe/Berlin")
