"""The one loop of the Agents SDK, for every model: calls and text until the model is done."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from agents import Agent, Model, ModelSettings, RunConfig, RunContextWrapper, Runner, Tool, set_tracing_disabled
from agents.items import TResponseInputItem
from agents.run_config import ToolExecutionConfig
from openai.types.responses import ResponseTextDeltaEvent

from todo.agent.journal import Journal

MAX_SCRIPT_CALLS = 200
"""A long message holds fewer acts than that."""

set_tracing_disabled(True)

# Made once: the SDK examines the types of every configuration that is made, which takes longer than a whole run.
_CONFIG = RunConfig(
    tracing_disabled=True,
    # One call after the other: their order is the order of the sentence.
    tool_execution=ToolExecutionConfig(max_function_tool_concurrency=1),
    tool_not_found_behavior="return_error_to_model",
)


@dataclass
class TodoAgent(Agent[Journal]):
    """Keeps its tools where the SDK does not look for them when it names agents: it writes out the schemas of all of
    an agent's `tools` several times a run, a tenth of what an offline run costs."""

    offered: list[Tool] = field(default_factory=list)

    async def get_all_tools(self, run_context: RunContextWrapper[Journal]) -> list[Tool]:  # noqa: ARG002
        return self.offered


def agent(
    model: Model,
    tools: list[Tool],
    *,
    settings: ModelSettings | None = None,
    instructions: Callable[[RunContextWrapper[Journal], Agent[Journal]], str] | None = None,
) -> TodoAgent:
    """An agent for any number of runs; `tools` are those of `todo.agent.toolbox`."""
    given = settings or ModelSettings()
    return TodoAgent(name="todo", model=model, offered=tools, model_settings=given, instructions=instructions)


async def converse(
    agent: Agent[Journal],
    message: str | list[TResponseInputItem],
    journal: Journal,
    *,
    say: Callable[[str], None] | None = None,
    max_calls: int = MAX_SCRIPT_CALLS,
) -> None:
    """Answer a message, or a conversation that ends in one. Text goes to `say`, else to the journal's stream, as it
    comes.

    Raises:
        ToolUnavailable: a tool could not do its work; what it did before has its receipts.
        AgentsException: the model misbehaved, or did not come to an end in `max_calls` answers.
    """
    say = say or journal.say
    result = Runner.run_streamed(agent, message, context=journal, max_turns=max_calls, run_config=_CONFIG)
    try:
        async for event in result.stream_events():
            if event.type == "raw_response_event" and isinstance(event.data, ResponseTextDeltaEvent):
                say(event.data.delta)
    except BaseException:
        journal.halted = True
        result.cancel()  # leaving the stream alone does not stop the run behind it
        if journal.work is not None:
            await asyncio.wait([journal.work])
        raise
