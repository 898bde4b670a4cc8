"""What the Agents SDK sends by default is taken, with loose tools as those of MCP servers are."""

import json
from typing import Any

import openai
import pytest
from agents import Agent, FunctionTool, ModelSettings, OpenAIChatCompletionsModel, RunConfig, Runner
from agents.exceptions import MaxTurnsExceeded, ModelBehaviorError
from agents.tool_context import ToolContext
from openai import AsyncOpenAI

from standin import Standin, ToolCall
from standin.steps import calls, say
from standin.tests.asking import MODEL

QUIET = RunConfig(tracing_disabled=True)
SCHEMA = {
    "type": "object",
    "title": "add_taskArguments",
    "properties": {
        "title": {"type": "string", "title": "Title", "description": "Without the date words", "minLength": 1},
        "tags": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}], "default": None},
    },
    "required": ["title"],
}


async def _add(_: ToolContext[Any], arguments: str) -> str:
    return f"Added “{json.loads(arguments)['title']}”"


def agent(client: AsyncOpenAI, **settings: Any) -> Agent:
    tool = FunctionTool("add_task", "Add a task", SCHEMA, _add, strict_json_schema=False)
    return Agent(
        name="Todo",
        instructions="A to-do list.",
        tools=[tool],
        model=OpenAIChatCompletionsModel(MODEL, client),
        model_settings=ModelSettings(**settings),
    )


async def run(client: AsyncOpenAI, **settings: Any) -> Any:
    running = Runner.run_streamed(agent(client, **settings), "add milk and bread", run_config=QUIET, max_turns=4)
    async for _ in running.stream_events():
        pass
    return running.final_output


async def test_a_streamed_run_with_two_calls_at_once_is_taken(standin: Standin, client: AsyncOpenAI) -> None:
    two = [ToolCall("add_task", json.dumps({"title": title})) for title in ("milk", "bread")]
    standin.then(calls(*two, content="One moment."), say("Both are on the list."))
    assert await run(client) == "Both are on the list."
    first, second = standin.requests
    assert set(first.body) == {"model", "messages", "stream", "tools"}
    assert first.tools == ["add_task"]
    assert [message["content"] for message in second.messages if message["role"] == "tool"] == [
        "Added “milk”",
        "Added “bread”",
    ]


async def test_a_run_that_is_not_streamed_is_taken(standin: Standin, client: AsyncOpenAI) -> None:
    standin.call("add_task", title="milk")
    standin.say("Added.")
    done = await Runner.run(agent(client), "add milk", run_config=QUIET)
    assert done.final_output == "Added."
    standin.say("You are welcome.")
    again = await Runner.run(
        agent(client), [*done.to_input_list(), {"role": "user", "content": "ok"}], run_config=QUIET
    )
    assert again.final_output == "You are welcome."


@pytest.mark.parametrize(
    "setting",
    [{"tool_choice": "auto"}, {"parallel_tool_calls": False}, {"include_usage": True}, {"store": False}],
    ids=str,
)
async def test_settings_that_send_more_are_refused(client: AsyncOpenAI, setting: dict[str, Any]) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match="unknown field"):
        await run(client, **setting)


async def test_a_run_does_not_finish_when_the_model_never_does(standin: Standin, client: AsyncOpenAI) -> None:
    standin.script.otherwise = calls(ToolCall("add_task", '{"title": "milk"}'))
    with pytest.raises(MaxTurnsExceeded):
        await run(client)


async def test_a_run_fails_when_a_tool_is_not_there(standin: Standin, client: AsyncOpenAI) -> None:
    standin.call("send_email", to="ada@example.org")
    with pytest.raises(ModelBehaviorError, match="send_email"):
        await run(client)
