"""A step as JSON, for scripts that come over HTTP. It is one of

    {"say": text, "finish_reason"?: "stop" | "length" | "content_filter"}
    {"call": name, "arguments"?: an object, or text that is sent as it stands}
    {"fail": status, "message"?: text, "retry_after"?: seconds, or an instant as ISO 8601 has it}
    {"proxy_page": status}
    {"silence": true}

each with any of "delay", "pause", "ending" and "after", which `standin.steps.Step` explains.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, get_args

from standin.fields import as_integer, as_number, as_object, as_string
from standin.refusal import invalid
from standin.steps import Ending, FinishReason, Step, ToolCall, calls, fail, proxy_page, say, silence

LONGEST = 3_600.0  # seconds
_MANNER = ("delay", "pause", "ending", "after")


def read_step(value: Any, path: str) -> Step:
    """Raises Refused."""
    kinds = [kind for kind in _KINDS if isinstance(value, dict) and kind in value]
    if len(kinds) != 1:
        raise invalid(f"{path} must be an object with one of {', '.join(_KINDS)}")
    optional, make = _KINDS[kinds[0]]
    as_object(value, path, (*kinds, *optional, *_MANNER))
    return replace(make(value, path), **_manner(value, path))


def read_seconds(value: Any, path: str) -> float:
    """Raises Refused."""
    as_number(value, path, 0, LONGEST)
    return float(value)


def _manner(value: Mapping[str, Any], path: str) -> dict[str, Any]:
    chosen = {name: value[name] for name in _MANNER if name in value}
    for name in ("delay", "pause"):
        if name in chosen:
            read_seconds(chosen[name], f"{path}.{name}")
    if "after" in chosen:
        as_integer(chosen["after"], f"{path}.after", 0, 2**31)
    _one_of(chosen.get("ending", "whole"), get_args(Ending), f"{path}.ending")
    return chosen


def _say(value: Mapping[str, Any], path: str) -> Step:
    reason = value.get("finish_reason", "stop")
    _one_of(reason, get_args(FinishReason), f"{path}.finish_reason")
    if not isinstance(value["say"], str):
        raise invalid(f"{path}.say must be a string")
    return say(value["say"], reason)


def _call(value: Mapping[str, Any], path: str) -> Step:
    arguments = value.get("arguments", {})
    if not isinstance(arguments, str | dict):
        raise invalid(f"{path}.arguments must be an object or a string")
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    return calls(ToolCall(as_string(value["call"], f"{path}.call"), text))


def _fail(value: Mapping[str, Any], path: str) -> Step:
    status = _status(value["fail"], f"{path}.fail")
    return fail(status, str(value.get("message", "")), _retry_after(value.get("retry_after"), f"{path}.retry_after"))


def _retry_after(value: Any, path: str) -> float | datetime | None:
    if not isinstance(value, str):
        return None if value is None else read_seconds(value, path)
    try:
        when = datetime.fromisoformat(value)
    except ValueError as error:
        raise invalid(f"{path}: {error}") from error
    if when.tzinfo is None:
        raise invalid(f"{path}: an instant needs its zone, such as Z")
    return when


def _proxy_page(value: Mapping[str, Any], path: str) -> Step:
    return proxy_page(_status(value["proxy_page"], f"{path}.proxy_page"))


def _status(value: Any, path: str) -> int:
    as_integer(value, path, 400, 599)
    return int(value)


def _one_of(value: Any, allowed: tuple[str, ...], path: str) -> None:
    if value not in allowed:
        raise invalid(f"{path} must be one of {', '.join(allowed)}")


_KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[Mapping[str, Any], str], Step]]] = {
    "say": (("finish_reason",), _say),
    "call": (("arguments",), _call),
    "fail": (("message", "retry_after"), _fail),
    "proxy_page": ((), _proxy_page),
    "silence": ((), lambda _value, _path: silence()),
}
