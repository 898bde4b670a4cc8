"""The offline interpreter as a model of the Agents SDK: it gives tool calls and text, exactly as an LLM does."""

import json
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from agents import Model, ModelResponse, Usage
from agents.items import TResponseStreamEvent
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseTextDeltaEvent,
)

from todo.agent.journal import Call, Journal, Result

NAME = "offline"
Output = ResponseFunctionToolCall | ResponseOutputMessage
Script = Generator[list[Call], list[Result], str]
"""Gives the calls to make next, is sent their results, and returns the text to say."""

_RESPONSE = Response(
    id="resp_offline",
    object="response",
    created_at=0,
    model=NAME,
    output=[],
    parallel_tool_calls=True,
    tool_choice="auto",
    tools=[],
)


@dataclass(slots=True)
class _Part:
    script: Script
    journal: Journal
    calls: list[str] = field(default_factory=list)

    def next(self) -> list[Output]:
        results = [self.journal.results[call_id] for call_id in self.calls]
        try:
            calls = self.script.send(results) if self.calls else next(self.script)
        except StopIteration as finished:
            return [_message(finished.value)]
        outputs = [_call(call) for call in calls]
        self.calls = [output.call_id for output in outputs]
        return list(outputs)


_part: ContextVar[_Part] = ContextVar("part")


@contextmanager
def playing(script: Script, journal: Journal) -> Iterator[None]:
    """Runs that begin inside the block play `script`."""
    token = _part.set(_Part(script, journal))
    try:
        yield
    finally:
        _part.reset(token)


class OfflineModel(Model):
    """Plays the script of the run (see `playing`); holds nothing itself, so that one serves every run."""

    async def get_response(self, *_: Any, **__: Any) -> ModelResponse:
        return ModelResponse(output=list(_part.get().next()), usage=Usage(requests=1), response_id=None)

    async def stream_response(self, *_: Any, **__: Any) -> AsyncIterator[TResponseStreamEvent]:
        outputs = _part.get().next()
        for output in outputs:
            if isinstance(output, ResponseOutputMessage):
                yield _delta(output)
        response = _RESPONSE.model_copy(update={"output": outputs})
        yield ResponseCompletedEvent(type="response.completed", sequence_number=1, response=response)


def _call(call: Call) -> ResponseFunctionToolCall:
    return ResponseFunctionToolCall(
        type="function_call",
        call_id=f"call_{uuid4().hex}",
        name=call.tool,
        arguments=json.dumps(call.arguments),
        status="completed",
    )


def _message(text: str) -> ResponseOutputMessage:
    part = ResponseOutputText(type="output_text", text=text, annotations=[], logprobs=[])
    return ResponseOutputMessage(
        id=f"msg_{uuid4().hex}", type="message", role="assistant", status="completed", content=[part]
    )


def _delta(message: ResponseOutputMessage) -> ResponseTextDeltaEvent:
    text = "".join(part.text for part in message.content if isinstance(part, ResponseOutputText))
    return ResponseTextDeltaEvent(
        type="response.output_text.delta",
        delta=text,
        content_index=0,
        output_index=0,
        item_id=message.id,
        logprobs=[],
        sequence_number=0,
    )
