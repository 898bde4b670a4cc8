"""The order of a conversation, and the form of each message."""

from typing import Any

import pytest

from standin.messages import check_messages
from standin.refusal import Refused

Message = dict[str, Any]
SYSTEM: Message = {"role": "system", "content": "Today is Monday."}
USER: Message = {"role": "user", "content": "add milk"}
REPLY: Message = {"role": "assistant", "content": "Done."}


def calling(*ids: str, name: Any = "add_task", arguments: Any = "{}", **more: Any) -> Message:
    function = {"name": name, "arguments": arguments}
    made = [{"id": call_id, "type": "function", "function": function} for call_id in ids]
    return {"role": "assistant", "tool_calls": made} | more


def result(call_id: str, **more: Any) -> Message:
    return {"role": "tool", "tool_call_id": call_id, "content": "Added milk"} | more


@pytest.mark.parametrize(
    "messages",
    [
        [USER],
        [SYSTEM, {"role": "developer", "content": "Be short."}, USER],
        [USER, USER],
        [USER, REPLY, USER],
        [USER, calling("a"), result("a")],
        [USER, calling("a", content=None), result("a", name="add_task"), REPLY, USER],
        [USER, calling("a", "b", content="One moment."), result("b"), result("a")],
        [USER, calling("a"), result("a"), calling("a"), result("a")],
        [{"role": "user", "content": [{"type": "text", "text": "add milk"}]}],
        [USER, calling("a"), result("a", content=[{"type": "text", "text": "Added milk"}])],
    ],
)
def test_it_takes_a_conversation_in_order(messages: list[Message]) -> None:
    check_messages(messages, "messages")


@pytest.mark.parametrize(
    ("messages", "why"),
    [
        ([USER, SYSTEM, USER], r"messages\[1\]: a system message must stand before"),
        ([USER, REPLY], "the last message must be of the user or of a tool"),
        ([SYSTEM], "the last message must be of the user or of a tool"),
        ([USER, calling("a")], "the end: no tool message answers a"),
        ([USER, calling("a"), USER], r"messages\[2\]: no tool message answers a"),
        ([USER, calling("a", "b"), result("a"), REPLY, USER], r"messages\[3\]: no tool message answers b"),
        ([USER, result("a")], r"messages\[1\]\.tool_call_id: a is no open call"),
        ([USER, calling("a"), result("b")], r"messages\[2\]\.tool_call_id: b is no open call"),
        ([USER, calling("a"), result("a"), result("a")], r"messages\[3\]\.tool_call_id: a is no open call"),
        ([USER, calling("a", "a"), result("a")], r"messages\[1\]\.tool_calls\[1\]\.id: a is there twice"),
        ([USER, calling(), USER], r"messages\[1\]\.tool_calls must be a list of at least one"),
        ([USER, calling(""), USER], r"messages\[1\]\.tool_calls\[0\]\.id must be a string"),
        ([USER, calling("a", name="add task"), result("a")], r"function\.name must be 1 to 64"),
        ([USER, calling("a", arguments='{"title'), result("a")], r"function\.arguments must be the text of a JSON"),
        ([USER, calling("a", arguments="[]"), result("a")], r"function\.arguments must be the text of a JSON"),
        ([USER, calling("a", arguments={}), result("a")], r"function\.arguments must be the text of a JSON"),
    ],
)
def test_it_refuses_a_conversation_out_of_order(messages: list[Message], why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_messages(messages, "messages")


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ("add milk", r"messages\[0\]\.role must be one of"),
        ({"content": "add milk"}, r"messages\[0\]\.role must be one of"),
        ({"role": "function", "content": "add milk"}, r"messages\[0\]\.role must be one of"),
        ({"role": "user"}, r"messages\[0\]\.content is required"),
        ({"role": "user", "content": None}, r"messages\[0\]\.content must be a list"),
        ({"role": "user", "content": " "}, r"messages\[0\]\.content must be a string that is not empty"),
        ({"role": "user", "content": "add milk", "name": "ada"}, r"'messages\[0\]\.name' is not a valid field"),
        ({"role": "assistant", "content": ""}, r"messages\[0\]\.content must be a string that is not empty"),
        ({"role": "assistant", "content": "no", "refusal": "no"}, r"'messages\[0\]\.refusal' is not a valid field"),
        ({"role": "assistant", "content": "a", "reasoning_content": "b"}, r"reasoning_content' is not a valid field"),
        ({"role": "user", "content": ["add milk"]}, r"messages\[0\]\.content\[0\] must be an object"),
        ({"role": "user", "content": [{"type": "image_url", "text": "x"}]}, r"content\[0\]\.type must be text"),
        (calling("a", audio={"id": "b"}), r"'messages\[0\]\.audio' is not a valid field"),
    ],
)
def test_it_refuses_a_message_of_another_form(message: Any, why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_messages([message, USER], "messages")


def test_a_call_has_no_other_fields() -> None:
    asking = calling("a")
    asking["tool_calls"][0]["index"] = 0
    with pytest.raises(Refused, match=r"'messages\[1\]\.tool_calls\[0\]\.index' is not a valid field"):
        check_messages([USER, asking, result("a")], "messages")


def test_a_call_is_of_a_function() -> None:
    asking = calling("a")
    asking["tool_calls"][0]["type"] = "custom"
    with pytest.raises(Refused, match=r"tool_calls\[0\]\.type must be function"):
        check_messages([USER, asking, result("a")], "messages")
