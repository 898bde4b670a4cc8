"""The three sentences that it knows without a script."""

import json

import pytest

from standin import Completion, ToolCall
from standin.natural import answer
from standin.script import ChatRequest


def ask(*messages: dict[str, object], tools: tuple[str, ...] = ("add_task", "list_tasks")) -> Completion:
    offered = [{"type": "function", "function": {"name": name}} for name in tools]
    step = answer(ChatRequest({"messages": list(messages), "tools": offered}, {}))
    assert isinstance(step.answer, Completion)
    return step.answer


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("add milk", "milk"),
        ("Please add a task to water the plants.", "water the plants"),
        ("remind me to call Mum on Sunday!", "call Mum on Sunday"),
        ("I need to renew my passport", "renew my passport"),
        ("Add: sharpen the knives", "sharpen the knives"),
    ],
)
def test_it_adds_what_is_to_be_added(said: str, title: str) -> None:
    (made,) = ask({"role": "user", "content": said}).calls
    assert made == ToolCall("add_task", json.dumps({"title": title}))


def test_it_calls_no_tool_that_is_not_offered() -> None:
    assert ask({"role": "user", "content": "add milk"}, tools=()).calls == ()


def test_it_quotes_the_result_of_a_tool() -> None:
    said = ask({"role": "user", "content": "add milk"}, {"role": "tool", "content": "Added “milk”"})
    assert said.content == "The list says: “Added “milk””"
    assert said.calls == ()


def test_it_reads_content_in_parts() -> None:
    parts = [{"type": "text", "text": "Added milk"}, {"type": "text", "text": "id 7"}]
    assert ask({"role": "tool", "content": parts}).content == "The list says: “Added milk\nid 7”"


@pytest.mark.parametrize("said", ["hello", "address the letters", "what did I add?"])
def test_it_says_what_it_is(said: str) -> None:
    answered = ask({"role": "user", "content": said})
    assert "stand-in" in answered.content
    assert answered.calls == ()
