"""The offline interpreter as a model of the Agents SDK: it gives tool calls and text, exactly as an LLM does."""

import json
from collections.abc import AsyncIterator, Generator
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

from todo.agent.journal import Journal, Result

NAME = "offline"
Output = ResponseFunctionToolCall | ResponseOutputMessage


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call that a script wants made; a `guarded` one waits for the person's approval."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)
    guarded: bool = False


Script = Generator[list[Call], list[Result], str]
"""Gives the calls to make next, is sent their results, and returns the text to say."""


class OfflineModel(Model):
    """Plays one script. It is made for one run and holds no state beyond it."""

    def __init__(self, script: Script, journal: Journal) -> None:
        self._script = script
        self._journal = journal
        self._calls: list[str] = []

    def _next(self) -> list[Output]:
        results = [self._journal.results[call_id] for call_id in self._calls]
        try:
            calls = self._script.send(results) if self._calls else next(self._script)
        except StopIteration as finished:
            return [_message(finished.value)]
        outputs = [_call(call) for call in calls]
        self._calls = [output.call_id for output in outputs]
        self._journal.guarded |= {made.call_id for made, call in zip(outputs, calls, strict=True) if call.guarded}
        return list(outputs)

    async def get_response(self, *_: Any, **__: Any) -> ModelResponse:
        return ModelResponse(output=list(self._next()), usage=Usage(requests=1), response_id=None)

    async def stream_response(self, *_: Any, **__: Any) -> AsyncIterator[TResponseStreamEvent]:
        outputs = self._next()
        for output in outputs:
            if isinstance(output, ResponseOutputMessage):
                yield _delta(output)
        yield ResponseCompletedEvent(type="response.completed", sequence_number=1, response=_response(outputs))


def _call(call: Call) -> ResponseFunctionToolCall:
    return ResponseFunctionToolCall.model_construct(
        type="function_call",
        id=None,
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


def _response(outputs: list[Output]) -> Response:
    return Response.model_construct(
        id=f"resp_{uuid4().hex}",
        object="response",
        created_at=0,
        model=NAME,
        output=[*outputs],
        parallel_tool_calls=True,
        tool_choice="auto",
        tools=[],
        usage=None,
    )
