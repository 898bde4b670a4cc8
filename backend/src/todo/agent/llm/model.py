"""The provider's model as the Agents SDK calls it: attempts, waits, and what each answer costs."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any, cast

import httpx2
from agents import Model, ModelResponse, ModelSettings, OpenAIChatCompletionsModel
from agents.items import TResponseStreamEvent
from agents.retry import ModelRetryBackoffSettings, ModelRetrySettings, RetryDecision, RetryPolicyContext
from openai import AsyncOpenAI
from openai.types.responses import (
    ResponseCompletedEvent,
    ResponseFunctionToolCall,
    ResponseOutputMessage,
    ResponseTextDeltaEvent,
)

from todo.agent.journal import Call
from todo.agent.llm.claims import sentences
from todo.agent.llm.failures import EMPTY, ModelFailed
from todo.agent.llm.provider import Provider
from todo.agent.llm.run import current_run

RETRIES = 2
LONGEST_WAIT_SECONDS = 5.0
"""Asked to wait longer (RFC 9110 section 10.2.3), we rather answer by the built-in rules."""
ANSWER_TOKENS = 1_024
_CONNECT_SECONDS = 5.0
_PASSING = frozenset((408, 409, 425, 429, 500, 502, 503, 504))
_BYTES_PER_TOKEN = 3


def client_of(provider: Provider, timeout_seconds: float) -> AsyncOpenAI:
    """A client for every person. It tries once: the SDK's run tries again, as `settings_of` says."""
    timeout = httpx2.Timeout(timeout_seconds, connect=_CONNECT_SECONDS)
    return AsyncOpenAI(base_url=provider.base_url, api_key=provider.key, max_retries=0, timeout=timeout)


def settings_of() -> ModelSettings:
    """Only what every OpenAI-compatible endpoint takes: Cohere's lists what it supports, and refuses the rest."""
    backoff = ModelRetryBackoffSettings(initial_delay=0.3, max_delay=LONGEST_WAIT_SECONDS, multiplier=2.0, jitter=True)
    retry = ModelRetrySettings(max_retries=RETRIES, backoff=backoff, policy=_try_again)
    return ModelSettings(max_tokens=ANSWER_TOKENS, retry=retry)


def _try_again(context: RetryPolicyContext) -> RetryDecision:
    """Whether a failed attempt is worth another: nothing was received, and the trouble may pass soon."""
    error = context.normalized
    passing = error.status_code in _PASSING or (error.is_network_error and not error.is_timeout)
    if not passing or context.response_started:
        return RetryDecision(retry=False)
    if error.retry_after is not None and error.retry_after > LONGEST_WAIT_SECONDS:
        return RetryDecision(retry=False)
    return RetryDecision(retry=True, delay=error.retry_after)


class MeteredModel(Model):
    """The provider's answers, each noted with the run it belongs to (`todo.agent.llm.run`) before a call is made."""

    def __init__(self, provider: Provider, client: AsyncOpenAI, timeout_seconds: float) -> None:
        self._inner = OpenAIChatCompletionsModel(provider.model, client)
        self._timeout_seconds = timeout_seconds

    def get_retry_advice(self, request: Any) -> Any:
        return self._inner.get_retry_advice(request)

    async def get_response(self, *args: Any, **kwargs: Any) -> ModelResponse:
        raise NotImplementedError("runs are streamed")

    async def stream_response(
        self,
        system_instructions: str | None,
        input: Any,  # noqa: A002 - the SDK's name
        *args: Any,
        **kwargs: Any,
    ) -> AsyncIterator[TResponseStreamEvent]:
        """Text by sentences, which is how it is shown, then the whole answer: every event costs the run several
        switches between tasks, and it needs no others."""
        stream = self._inner.stream_response(system_instructions, input, *args, **kwargs)
        text, newest = "", None
        async for event in _in_time(stream, self._timeout_seconds):
            if isinstance(event, ResponseTextDeltaEvent):
                newest = event
                whole, text = sentences(text + event.delta)
                if whole:
                    yield event.model_copy(update={"delta": "".join(whole)})
            elif isinstance(event, ResponseCompletedEvent):
                self._note(event, system_instructions, input)
                if newest is not None and text:
                    yield newest.model_copy(update={"delta": text})
                yield event

    def _note(self, event: ResponseCompletedEvent, system: str | None, given: Any) -> None:
        run, output, usage = current_run(), event.response.output, event.response.usage
        calls = [item for item in output if isinstance(item, ResponseFunctionToolCall)]
        said = [item for item in output if isinstance(item, ResponseOutputMessage) and item.content]
        asked = usage.total_tokens if usage else 0
        run.tokens += asked or _estimate(system, given, [item.model_dump() for item in output])
        run.batch = [Call(call.name, _arguments(call)) for call in calls]
        if not calls and not said:
            raise ModelFailed(EMPTY)


async def _in_time(
    stream: AsyncIterator[TResponseStreamEvent], seconds: float
) -> AsyncGenerator[TResponseStreamEvent, None]:
    """The events of a stream. Raises TimeoutError when it has not ended after `seconds`."""
    deadline = asyncio.get_running_loop().time() + seconds
    async with aclosing(cast("AsyncGenerator[TResponseStreamEvent, None]", stream)) as events:
        while True:
            async with asyncio.timeout_at(deadline):
                try:
                    event = await anext(events)
                except StopAsyncIteration:
                    return
            yield event


def _estimate(*parts: Any) -> int:
    """Tokens, for endpoints that do not count them in a stream."""
    return len(json.dumps(parts, default=str)) // _BYTES_PER_TOKEN


def _arguments(call: ResponseFunctionToolCall) -> dict[str, Any]:
    """The call's arguments. What is no JSON object becomes an empty one, in the call too: providers refuse it in the
    history, and the tool tells the model what is missing."""
    try:
        found = json.loads(call.arguments or "{}")
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    call.arguments = "{}"
    return {}
