"""What comes, and in what pieces, as the provider's own client sees it."""

import asyncio

import openai
import pytest
from openai import AsyncOpenAI

from standin import Standin, ToolCall
from standin.script import ChatRequest
from standin.steps import Step, call, calls, fail, say
from standin.tests.asking import ask, stream, text


async def test_text_comes_in_words_with_the_finish_reason_last(standin: Standin, client: AsyncOpenAI) -> None:
    standin.say("It is  all\ndone.")
    chunks = await stream(client)
    assert [chunk.choices[0].delta.content for chunk in chunks] == ["", "It ", "is  ", "all\n", "done.", None]
    assert [chunk.choices[0].finish_reason for chunk in chunks] == [None] * 5 + ["stop"]
    assert len({chunk.id for chunk in chunks}) == 1


async def test_a_call_comes_as_its_name_and_then_fragments(standin: Standin, client: AsyncOpenAI) -> None:
    standin.call("add_task", title="Buy milk", due="tomorrow")
    chunks = await stream(client)
    pieces = [piece for chunk in chunks for piece in chunk.choices[0].delta.tool_calls or []]
    first, *others = [(piece.id, piece.function and piece.function.name) for piece in pieces]
    assert first[0]
    assert first[1] == "add_task"
    assert set(others) == {(None, None)}
    arguments = "".join((piece.function and piece.function.arguments) or "" for piece in pieces)
    assert arguments == '{"title": "Buy milk", "due": "tomorrow"}'
    assert chunks[-1].choices[0].finish_reason == "tool_calls"


async def test_two_calls_bear_their_index(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(calls(ToolCall("add_task", "{}"), ToolCall("list_tasks", "{}"), content="One moment."))
    chunks = await stream(client)
    pieces = [piece for chunk in chunks for piece in chunk.choices[0].delta.tool_calls or []]
    assert {(piece.index, piece.function.name) for piece in pieces if piece.function and piece.function.name} == {
        (0, "add_task"),
        (1, "list_tasks"),
    }
    assert len({piece.id for piece in pieces if piece.id}) == 2
    assert text(chunks) == "One moment."


async def test_an_answer_that_is_not_streamed_is_whole(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Hello."), call("add_task", title="milk"))
    said = await ask(client)
    assert said.choices[0].message.content == "Hello."
    assert said.usage is not None
    assert said.usage.total_tokens == said.usage.prompt_tokens + said.usage.completion_tokens
    called = (await ask(client, stream=False)).choices[0]
    assert called.message.content is None
    assert called.message.tool_calls is not None
    assert called.message.tool_calls[0].type == "function"
    assert called.message.tool_calls[0].function.arguments == '{"title": "milk"}'
    assert called.finish_reason == "tool_calls"


@pytest.mark.parametrize("reason", ["length", "content_filter"])
async def test_an_answer_may_end_for_another_reason(standin: Standin, client: AsyncOpenAI, reason: str) -> None:
    standin.then(Step(say("Once upon", reason).answer))  # type: ignore[arg-type]
    assert (await stream(client))[-1].choices[0].finish_reason == reason


async def test_an_answer_may_be_empty(standin: Standin, client: AsyncOpenAI) -> None:
    standin.say("")
    assert text(await stream(client)) == ""
    standin.say("")
    assert (await ask(client)).choices[0].message.content is None


async def test_a_very_long_text_comes_whole(standin: Standin, client: AsyncOpenAI) -> None:
    story = "and then some more " * 1_000
    standin.say(story)
    assert text(await stream(client)) == story


async def test_pieces_come_one_by_one(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Done, I added milk").slow(between=0.01))
    assert text(await stream(client)) == "Done, I added milk"


async def test_it_answers_when_it_is_told(standin: Standin, client: AsyncOpenAI) -> None:
    asked, gate = asyncio.Event(), asyncio.Event()

    async def when_open(request: ChatRequest) -> Step:
        asked.set()
        await gate.wait()
        return say(f"You said {request.last('user')}")

    standin.then(when_open)
    asking = asyncio.create_task(ask(client))
    await asked.wait()
    assert not asking.done()
    gate.set()
    assert (await asking).choices[0].message.content == "You said Hello"


async def test_each_request_takes_the_next_step(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("one"), lambda request: say(f"two: {len(request.messages)}"))
    assert (await ask(client)).choices[0].message.content == "one"
    assert standin.steps_left == 1
    assert (await ask(client)).choices[0].message.content == "two: 1"
    with pytest.raises(openai.InternalServerError, match="no step left for request 3"):
        await ask(client)


async def test_it_can_call_the_same_tool_for_ever(client: AsyncOpenAI, standin: Standin) -> None:
    standin.script.otherwise = call("list_tasks")
    ids = set()
    for _ in range(3):
        (made,) = (await ask(client)).choices[0].message.tool_calls or []
        ids.add(made.id)
    assert len(ids) == 3


async def test_a_refusal_takes_no_step(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(fail(503))
    with pytest.raises(openai.UnprocessableEntityError):
        await ask(client, user="ada")
    assert standin.steps_left == 1
    assert standin.requests[0].refused == "unknown field: parameter 'user' is not a valid field"
