"""The one loop of the Agents SDK, for every model: calls and text until the model is done, or a call needs a yes."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from agents import Agent, Model, RunConfig, Runner, RunState, Tool, set_tracing_disabled
from agents.result import RunResultStreaming
from agents.run_config import ToolExecutionConfig
from agents.run_context import RunContextWrapper
from openai.types.responses import ResponseFunctionToolCall, ResponseTextDeltaEvent

from todo.agent.journal import Journal

MAX_MODEL_CALLS = 12
"""A plan of many acts takes a few; a model that goes on longer is running in circles."""

set_tracing_disabled(True)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The calls that wait for a yes, and the run to go on with when it comes."""

    calls: list[ResponseFunctionToolCall]
    run: str


async def converse(model: Model, tools: list[Tool], message: str, journal: Journal) -> Waiting | None:
    """Answer a message. Text goes to the journal's stream as it comes.

    Raises:
        AgentsException: the model misbehaved, or did not come to an end.
    """
    result = Runner.run_streamed(
        _agent(tools), message, context=journal, max_turns=MAX_MODEL_CALLS, run_config=_config(model)
    )
    return await _follow(result, journal)


async def go_on(
    model: Model, tools: list[Tool], run: str, journal: Journal, excluded: frozenset[str]
) -> Waiting | None:
    """Go on with a run that waited: make its calls, but for those on the tasks `excluded`. Raises as `converse`."""
    agent = _agent(tools)
    state: RunState[Any, Any] = await RunState.from_string(agent, run, context_override=RunContextWrapper(journal))
    for item in state.get_interruptions():
        if _task_id(item.raw_item) in excluded:
            state.reject(item)
        else:
            state.approve(item)
    result = Runner.run_streamed(agent, state, max_turns=MAX_MODEL_CALLS, run_config=_config(model))
    return await _follow(result, journal)


async def _follow(result: RunResultStreaming, journal: Journal) -> Waiting | None:
    try:
        async for event in result.stream_events():
            if event.type == "raw_response_event" and isinstance(event.data, ResponseTextDeltaEvent):
                journal.stream.emit("text", {"delta": event.data.delta})
    except BaseException:
        journal.halted = True
        result.cancel()  # leaving the stream alone does not stop the run behind it
        if journal.work is not None:
            await asyncio.wait([journal.work])
        raise
    if not result.interruptions:
        return None
    calls = [item.raw_item for item in result.interruptions]
    run = result.to_state().to_string(context_serializer=lambda _: {})
    return Waiting([call for call in calls if isinstance(call, ResponseFunctionToolCall)], run)


def _agent(tools: list[Tool]) -> Agent[Journal]:
    return Agent(name="todo", tools=tools)


def _config(model: Model) -> RunConfig:
    # One call after the other: their order is the order of the sentence.
    execution = ToolExecutionConfig(max_function_tool_concurrency=1)
    return RunConfig(
        model=model, tracing_disabled=True, tool_execution=execution, tool_not_found_behavior="return_error_to_model"
    )


def _task_id(call: Any) -> str | None:
    arguments = call["arguments"] if isinstance(call, dict) else call.arguments
    task = json.loads(arguments).get("task")
    return str(task) if task else None
