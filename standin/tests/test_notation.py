"""Steps as JSON."""

from datetime import UTC, datetime
from typing import Any

import pytest

from standin import Step, ToolCall
from standin.notation import read_step
from standin.refusal import Refused
from standin.steps import call, calls, fail, proxy_page, say, silence


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ({"say": "Hello"}, say("Hello")),
        ({"say": ""}, say("")),
        ({"say": "Once", "finish_reason": "length"}, say("Once", "length")),
        ({"call": "add_task", "arguments": {"title": "milk"}}, call("add_task", title="milk")),
        ({"call": "list_tasks"}, call("list_tasks")),
        ({"call": "add_task", "arguments": '{"title'}, calls(ToolCall("add_task", '{"title'))),
        ({"fail": 500}, fail(500)),
        ({"fail": 429, "retry_after": 2}, fail(429, retry_after=2)),
        (
            {"fail": 429, "retry_after": "2026-12-01T08:00:00Z"},
            fail(429, retry_after=datetime(2026, 12, 1, 8, tzinfo=UTC)),
        ),
        ({"proxy_page": 504}, proxy_page(504)),
        ({"silence": True}, silence()),
        ({"say": "a b", "delay": 2, "pause": 0.5}, say("a b").slow(first=2, between=0.5)),
        ({"say": "a b", "ending": "cut", "after": 0}, say("a b").cut(after=0)),
        ({"say": "a b", "ending": "garbled"}, say("a b").garbled()),
        ({"say": "a b", "ending": "error"}, say("a b").broken_off()),
        ({"call": "list_tasks", "ending": "stall", "after": 2}, call("list_tasks").stalled(after=2)),
    ],
)
def test_it_reads_a_step(written: dict[str, Any], step: Step) -> None:
    assert read_step(written, "step") == step


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("hello", "step must be an object with one of"),
        ({}, "step must be an object with one of"),
        ({"say": "a", "call": "b"}, "step must be an object with one of"),
        ({"say": 7}, r"step\.say must be a string"),
        ({"say": "a", "arguments": {}}, r"'step\.arguments' is not a valid field"),
        ({"say": "a", "finish_reason": "bored"}, r"step\.finish_reason must be one of stop"),
        ({"call": "", "arguments": {}}, r"step\.call must be a string"),
        ({"call": "add_task", "arguments": []}, r"step\.arguments must be an object or a string"),
        ({"fail": 200}, r"step\.fail must be a whole number between 400 and 599"),
        ({"fail": 429, "retry_after": "soon"}, r"step\.retry_after: Invalid isoformat"),
        ({"fail": 429, "retry_after": "2026-12-01T08:00:00"}, r"step\.retry_after: an instant needs its zone"),
        ({"proxy_page": "502"}, r"step\.proxy_page must be a whole number"),
        ({"say": "a", "delay": -1}, r"step\.delay must be between 0"),
        ({"say": "a", "ending": "bang"}, r"step\.ending must be one of whole, cut"),
        ({"say": "a", "after": 1.5}, r"step\.after must be a whole number"),
    ],
)
def test_it_refuses_what_is_no_step(written: Any, why: str) -> None:
    with pytest.raises(Refused, match=why):
        read_step(written, "step")
