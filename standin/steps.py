"""What the stand-in does with one request: a step of its script."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, Literal, Self

Ending = Literal["whole", "cut", "garbled", "error", "stall"]
FinishReason = Literal["stop", "length", "content_filter", "tool_calls"]


@dataclass(frozen=True, slots=True)
class ToolCall:
    """`arguments` as they go over the wire: the text of a JSON object, or what a model makes of it."""

    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Completion:
    """A completion: `content`, `calls`, both or neither."""

    content: str = ""
    calls: tuple[ToolCall, ...] = ()
    finish_reason: FinishReason = "stop"


@dataclass(frozen=True, slots=True)
class Failure:
    """An answer that is no completion. `html` is a body that a proxy in between made; else it is the provider's."""

    status: int
    message: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    html: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """The request is read, and never answered."""


@dataclass(frozen=True, slots=True)
class Step:
    """`delay` are seconds before the first byte, `pause` seconds before each further piece.

    A completion is streamed in pieces: words of its text, then for each call its name and fragments of its arguments.
    When `ending` is not "whole", the stream goes wrong after `after` pieces: "cut" closes the connection, "garbled"
    sends a chunk that is no JSON, "error" sends an error as a chunk, "stall" sends nothing more and stays open.
    An answer that is not streamed is cut, garbled or held back in the middle of its body.
    """

    answer: Completion | Failure | Silence
    delay: float = 0.0
    pause: float = 0.0
    ending: Ending = "whole"
    after: int = 1

    def slow(self, first: float = 0.0, between: float = 0.0) -> Self:
        """Seconds before the first byte, and before each further piece."""
        return replace(self, delay=first, pause=between)

    def cut(self, after: int = 1) -> Self:
        return replace(self, ending="cut", after=after)

    def garbled(self, after: int = 1) -> Self:
        return replace(self, ending="garbled", after=after)

    def broken_off(self, after: int = 1) -> Self:
        """An error of the provider in the middle of the stream."""
        return replace(self, ending="error", after=after)

    def stalled(self, after: int = 1) -> Self:
        return replace(self, ending="stall", after=after)


def say(content: str, finish_reason: FinishReason = "stop") -> Step:
    return Step(Completion(content, finish_reason=finish_reason))


def call(name: str, /, **arguments: Any) -> Step:
    return calls(ToolCall(name, json.dumps(arguments)))


def calls(*tool_calls: ToolCall, content: str = "") -> Step:
    """Several calls at once, or one whose arguments are not JSON, with text before them or none."""
    return Step(Completion(content, tool_calls, "tool_calls"))


def fail(status: int, message: str = "", retry_after: float | datetime | None = None) -> Step:
    """`retry_after`: seconds, or an aware instant, sent as an HTTP date (RFC 9110, section 10.2.3)."""
    headers = {}
    if isinstance(retry_after, datetime):
        headers["retry-after"] = format_datetime(retry_after.astimezone(UTC), usegmt=True)
    elif retry_after is not None:
        headers["retry-after"] = f"{retry_after:g}"
    return Step(Failure(status, message or _MESSAGES.get(status, "internal server error"), headers))


def proxy_page(status: int = 502) -> Step:
    """The HTML page of a proxy between the two."""
    return Step(Failure(status, html=f"<!doctype html><title>{status}</title><h1>{status} from the gateway</h1>"))


def silence() -> Step:
    return Step(Silence())


_MESSAGES = {
    400: "invalid request: too many tokens: the conversation is longer than this model can take",
    401: "invalid api token",
    402: "please add or update your payment method to continue",
    403: "this key may not use this resource",
    404: "model not found",
    429: "too many requests: this key's limit is reached, try again later",
    503: "service unavailable, try again later",
}
