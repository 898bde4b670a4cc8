"""The chat-completions format: a completion, whole or as the chunks of a stream."""

import json
import re
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from standin.steps import Completion, ToolCall

DONE = b"data: [DONE]\n\n"
GARBLED = b'data: {"id": "chatcmpl-\n\n'
_WORD = re.compile(r"\s*\S+\s*|\s+")
_FRAGMENT = 8  # characters of arguments a chunk


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every chunk of one answer repeats; `created` is in seconds of Unix time."""

    model: str
    id: str = field(default_factory=lambda: f"chatcmpl-{uuid.uuid4().hex}")
    created: int = field(default_factory=lambda: int(time.time()))

    def _head(self, kind: str) -> dict[str, Any]:
        return {"id": self.id, "object": kind, "created": self.created, "model": self.model}

    def whole(self, completion: Completion, prompt: Any) -> bytes:
        """The body of an answer that is not streamed."""
        message: dict[str, Any] = {"role": "assistant", "content": completion.content or None}
        if completion.calls:
            message["tool_calls"] = [_named(call) | {"function": _function(call)} for call in completion.calls]
        choice = {"index": 0, "message": message, "finish_reason": completion.finish_reason}
        body = self._head("chat.completion") | {"choices": [choice], "usage": usage(prompt, completion)}
        return json.dumps(body).encode()

    def chunk(self, delta: Mapping[str, Any], finish_reason: str | None = None, **more: Any) -> bytes:
        """One server-sent event."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
        return _event(self._head("chat.completion.chunk") | {"choices": [choice]} | more)


def opening() -> dict[str, Any]:
    """The delta that comes before the pieces."""
    return {"role": "assistant", "content": ""}


def pieces(completion: Completion) -> Iterator[dict[str, Any]]:
    """The deltas of a stream: words of the text; for each call its name, then fragments of its arguments."""
    for word in _WORD.findall(completion.content):
        yield {"content": word}
    for index, call in enumerate(completion.calls):
        function = {"name": call.name, "arguments": ""}
        yield {"tool_calls": [{"index": index} | _named(call) | {"function": function}]}
        for start in range(0, len(call.arguments), _FRAGMENT):
            fragment = {"arguments": call.arguments[start : start + _FRAGMENT]}
            yield {"tool_calls": [{"index": index, "function": fragment}]}


def error_event(message: str) -> bytes:
    """An error in the middle of a stream, whose status was 200 already."""
    return _event({"error": {"message": message, "type": "server_error", "code": 500}})


def usage(prompt: Any, completion: Completion) -> dict[str, int]:
    """Counts of words, which stand for tokens: there is no tokenizer here."""
    asked = len(json.dumps(prompt).split())
    said = len(completion.content.split()) + sum(len(call.arguments.split()) + 1 for call in completion.calls)
    return {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}


def model_list(models: tuple[str, ...]) -> dict[str, Any]:
    entries = [{"id": model, "object": "model", "created": 0, "owned_by": "cohere"} for model in models]
    return {"object": "list", "data": entries}


def _named(call: ToolCall) -> dict[str, Any]:
    return {"id": f"{call.name}_{uuid.uuid4().hex[:12]}", "type": "function"}


def _function(call: ToolCall) -> dict[str, str]:
    return {"name": call.name, "arguments": call.arguments}


def _event(body: Mapping[str, Any]) -> bytes:
    return b"data: " + json.dumps(body).encode() + b"\n\n"
