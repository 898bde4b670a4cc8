"""End states: what was asked for, exactly, and nothing besides."""

from typing import Any

import pytest

from evals.conversation import Conversation
from evals.ending import compare
from evals.reply import Json

MILK: Json = {
    "id": "1", "title": "Milk", "status": "open", "due": None, "repeat": None, "priority": "none", "list": None,
    "tags": [], "description": None,
}  # fmt: skip
REPORT: Json = {**MILK, "id": "2", "title": "Report", "due": "2026-11-24T10:00", "repeat": "FREQ=WEEKLY;BYDAY=TU"}
NEW: Json = {**MILK, "id": "3", "title": "Buy Soap", "tags": ["b", "a"], "repeat": "BYDAY=MO;FREQ=WEEKLY;INTERVAL=1"}


def ending(after: list[Json], **end: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    given = {"id": "x", "tasks": ["Milk", "Report"], "turns": [{"say": "-"}], **end}
    found = compare(Conversation.model_validate(given), [MILK, REPORT], after)
    return found.end, found.collateral


@pytest.mark.parametrize(
    ("after", "end"),
    [
        ([MILK, REPORT], {}),
        ([REPORT, {**MILK, "id": "9"}], {}),
        ([REPORT], {"deletes": ["Milk"]}),
        ([{**MILK, "status": "done"}, REPORT], {"completes": ["Milk"]}),
        ([MILK, {**REPORT, "due": None}], {"changes": {"Report": {"due": ["none", "2026-12-01"]}}}),
        (
            [MILK, REPORT, NEW],
            {"adds": [{"title": ["soap", "buy soap"], "tags": ["a", "b"], "repeat": "FREQ=WEEKLY;BYDAY=MO"}]},
        ),
        (
            [MILK, REPORT, {**MILK, "id": "4", "title": "box 2"}, {**MILK, "id": "5", "title": "box 1"}],
            {"adds": [{"title": "box {n}", "times": 2}]},
        ),
    ],
)
def test_as_it_should_be(after: list[Json], end: dict[str, Any]) -> None:
    assert ending(after, **end) == ((), ())


@pytest.mark.parametrize(
    ("after", "end", "reasons"),
    [
        ([MILK, REPORT], {"deletes": ["Milk"]}, (("“Milk” should be gone",), ())),
        ([MILK, REPORT], {"completes": ["Milk"]}, (("“Milk”: status is open, not done",), ())),
        ([MILK], {}, ((), ("“Report” is gone",))),
        ([MILK, {**REPORT, "repeat": None}], {}, ((), ("“Report”: repeat is none, not FREQ=WEEKLY;BYDAY=TU",))),
        ([MILK, REPORT, NEW], {}, (("“Buy Soap” was added, and should not be",), ())),
        ([MILK, REPORT], {"adds": ["soap"]}, (("“soap” was not added",), ())),
        (
            [MILK, REPORT, {**NEW, "tags": [], "repeat": None, "due": "2026-11-24"}],
            {"adds": ["buy soap"]},
            (("added “Buy Soap”: due is 2026-11-24, not none",), ()),
        ),
    ],
)
def test_what_is_wrong(after: list[Json], end: dict[str, Any], reasons: tuple[tuple[str, ...], ...]) -> None:
    assert ending(after, **end) == reasons
