"""The reading of a sentence before it is sent, for the chips beside it."""

from typing import Any

import pytest

from agent.talk import Talk


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "add ring the vet tomorrow at 4pm #cat high priority",
            {
                "intent": "add", "title": "ring the vet", "due": "2026-11-24T16:00", "priority": "high",
                "due_text": "tomorrow 16:00 (Tue 24 Nov)", "tags": ["cat"],
            },
        ),
        (
            "add pay the rent every month",
            {"intent": "add", "title": "pay the rent", "repeat": "FREQ=MONTHLY", "repeat_text": "every month"},
        ),
        ("move the report to friday", {"intent": "update", "title": "report", "due": "2026-11-27"}),
        ("delete the report", {"intent": "delete", "title": "report"}),
        ("the report is done", {"intent": "complete", "title": "report"}),
        ("what's due today?", {"intent": "list", "title": None}),
        ("hello", {"intent": "other", "title": None, "due": None, "tags": []}),
    ],
)  # fmt: skip
async def test_reading(talk: Talk, text: str, expected: dict[str, Any]) -> None:
    answer = await talk.client.post("/api/understand", json={"text": text})
    understood = answer.raise_for_status().json()
    assert {key: understood[key] for key in expected} == expected
    assert await talk.titles() == []


@pytest.mark.parametrize("text", ["", "x" * 2001])
async def test_text_that_is_no_sentence(talk: Talk, text: str) -> None:
    assert (await talk.client.post("/api/understand", json={"text": text})).status_code == 422


async def test_nobody_is_not_answered(talk: Talk) -> None:
    talk.client.cookies.clear()
    assert (await talk.client.post("/api/understand", json={"text": "hi"})).status_code == 401
