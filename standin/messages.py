"""The conversation that a request carries: who may say what, and in what order."""

import json
from collections.abc import Mapping
from typing import Any

from standin.fields import as_list, as_object, as_string
from standin.refusal import invalid
from standin.tools import check_name

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "system": ("role", "content"),
    "developer": ("role", "content"),
    "user": ("role", "content"),
    "assistant": ("role", "content", "tool_calls"),
    "tool": ("role", "content", "tool_call_id", "name"),
}
_LEADING = ("system", "developer")


def check_messages(value: Any, path: str) -> None:
    """Every message, and that each call is answered at once, in any order, once. Raises Refused."""
    messages = as_list(value, path)
    open_calls: set[str] = set()
    seen_turn = False
    for index, message in enumerate(messages):
        here = f"{path}[{index}]"
        role = _check_role(message, here)
        if role in _LEADING and seen_turn:
            raise invalid(f"{here}: a {role} message must stand before all others")
        seen_turn = seen_turn or role not in _LEADING
        if role == "tool":
            _check_result(message, here, open_calls)
            continue
        _check_answered(here, open_calls)
        if role == "assistant":
            open_calls = _check_assistant(message, here)
        else:
            _check_content(message["content"], f"{here}.content")
    _check_answered("the end", open_calls)
    if messages[-1]["role"] not in ("user", "tool"):
        raise invalid(f"{path}: the last message must be of the user or of a tool")


def _check_role(message: Any, path: str) -> str:
    role = message.get("role") if isinstance(message, dict) else None
    if not isinstance(role, str) or role not in _FIELDS:
        raise invalid(f"{path}.role must be one of {', '.join(_FIELDS)}")
    as_object(message, path, _FIELDS[role], required=() if role == "assistant" else ("content",))
    return role


def _check_assistant(message: Mapping[str, Any], path: str) -> set[str]:
    """The ids of its calls."""
    content = message.get("content")
    if "tool_calls" not in message or content is not None:
        _check_content(content, f"{path}.content")
    if "tool_calls" not in message:
        return set()
    ids: set[str] = set()
    for index, call in enumerate(as_list(message["tool_calls"], f"{path}.tool_calls")):
        here = f"{path}.tool_calls[{index}]"
        call_id = _check_call(call, here)
        if call_id in ids:
            raise invalid(f"{here}.id: {call_id} is there twice")
        ids.add(call_id)
    return ids


def _check_call(call: Any, path: str) -> str:
    as_object(call, path, ("id", "type", "function"), required=("id", "type", "function"))
    if call["type"] != "function":
        raise invalid(f"{path}.type must be function")
    function = as_object(call["function"], f"{path}.function", ("name", "arguments"), required=("name", "arguments"))
    check_name(function["name"], f"{path}.function.name")
    try:
        arguments = json.loads(function["arguments"])
    except (TypeError, ValueError):
        arguments = None
    if not isinstance(arguments, dict):
        raise invalid(f"{path}.function.arguments must be the text of a JSON object")
    return as_string(call["id"], f"{path}.id")


def _check_result(message: Mapping[str, Any], path: str, open_calls: set[str]) -> None:
    call_id = as_string(message.get("tool_call_id"), f"{path}.tool_call_id")
    if call_id not in open_calls:
        raise invalid(f"{path}.tool_call_id: {call_id} is no open call of the assistant's message before it")
    open_calls.remove(call_id)
    _check_content(message["content"], f"{path}.content")


def _check_answered(where: str, open_calls: set[str]) -> None:
    if open_calls:
        raise invalid(f"{where}: no tool message answers {', '.join(sorted(open_calls))}")


def _check_content(content: Any, path: str) -> None:
    """Text, or a list of text parts."""
    if isinstance(content, str):
        as_string(content, path)
        return
    for index, part in enumerate(as_list(content, path)):
        here = f"{path}[{index}]"
        as_object(part, here, ("type", "text"), required=("type", "text"))
        if part["type"] != "text":
            raise invalid(f"{here}.type must be text")
        as_string(part["text"], f"{here}.text")
