"""Every way in which an answer comes, or does not, as the provider's own client sees it."""

import asyncio
from datetime import UTC, datetime

import openai
import pytest
from openai import AsyncOpenAI
from openai.types.chat import ChatCompletionChunk

from standin import Standin, ToolCall
from standin.script import ChatRequest
from standin.steps import Step, call, calls, fail, proxy_page, say, silence
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


async def test_arguments_may_be_no_json(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(calls(ToolCall("add_task", '{"title": "mil')))
    (made,) = (await ask(client)).choices[0].message.tool_calls or []
    assert made.type == "function"
    assert made.function.arguments == '{"title": "mil'


async def test_a_stream_is_cut_in_the_middle_of_its_text(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Done, I added milk").cut(after=2))
    came: list[ChatCompletionChunk] = []
    with pytest.raises(openai.APIConnectionError):
        await stream(client, came)
    assert text(came) == "Done, I "


async def test_a_stream_is_cut_in_the_middle_of_arguments(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(call("add_task", title="Buy milk").cut(after=2))
    came: list[ChatCompletionChunk] = []
    with pytest.raises(openai.APIConnectionError):
        await stream(client, came)
    (piece,) = came[-1].choices[0].delta.tool_calls or []
    assert piece.function is not None
    assert piece.function.arguments == '{"title"'


async def test_a_chunk_may_be_no_json(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Done, I added milk").garbled(after=2))
    with pytest.raises(ValueError, match="Unterminated string"):
        await stream(client)


async def test_an_error_may_come_in_the_middle_of_a_stream(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Done, I added milk").broken_off(after=2))
    came: list[ChatCompletionChunk] = []
    with pytest.raises(openai.APIError, match="failed while it answered"):
        await stream(client, came)
    assert text(came) == "Done, I "


async def test_a_stream_goes_wrong_before_its_end_however_short(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Done").cut(after=9))
    came: list[ChatCompletionChunk] = []
    with pytest.raises(openai.APIConnectionError):
        await stream(client, came)
    assert came[-1].choices[0].finish_reason is None


async def test_an_answer_that_is_not_streamed_goes_wrong_too(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(say("Hello").cut(), say("Hello").garbled(), say("Hello").broken_off(), say("Hello").stalled())
    with pytest.raises(openai.APIConnectionError):
        await ask(client)
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        await ask(client)
    with pytest.raises(openai.InternalServerError):
        await ask(client)
    with pytest.raises(openai.APITimeoutError):
        await ask(client, timeout=0.2)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, openai.AuthenticationError),
        (403, openai.PermissionDeniedError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (503, openai.InternalServerError),
    ],
)
async def test_it_fails_with_a_status(
    standin: Standin, client: AsyncOpenAI, status: int, error: type[openai.APIStatusError]
) -> None:
    standin.fail(status)
    with pytest.raises(error) as raised:
        await stream(client)
    assert raised.value.status_code == status
    assert isinstance(raised.value.body, dict)
    assert raised.value.body["message"]


@pytest.mark.parametrize(
    ("retry_after", "header"), [(2.5, "2.5"), (datetime(2026, 12, 1, 8, tzinfo=UTC), "Tue, 01 Dec 2026 08:00:00 GMT")]
)
async def test_it_says_when_to_come_back(
    standin: Standin, client: AsyncOpenAI, retry_after: float | datetime, header: str
) -> None:
    standin.fail(429, retry_after=retry_after)
    with pytest.raises(openai.RateLimitError) as raised:
        await ask(client)
    assert raised.value.response.headers["retry-after"] == header


async def test_a_proxy_may_answer_in_its_place(standin: Standin, client: AsyncOpenAI) -> None:
    standin.then(proxy_page(502))
    with pytest.raises(openai.InternalServerError) as raised:
        await ask(client)
    assert raised.value.response.headers["content-type"].startswith("text/html")
    assert "gateway" in raised.value.response.text


@pytest.mark.parametrize("step", [silence(), say("Done, I added milk").stalled(after=2), say("Done").slow(first=60)])
async def test_it_keeps_a_client_waiting_until_it_goes(standin: Standin, client: AsyncOpenAI, step: Step) -> None:
    standin.then(step)
    with pytest.raises(openai.APITimeoutError):
        await stream(client.with_options(timeout=0.2))
    await asyncio.wait_for(standin.requests[0].left.wait(), 10)


async def test_whoever_still_waits_when_it_stops_is_let_go() -> None:
    asked = asyncio.Event()

    def keep_waiting(_: ChatRequest) -> Step:
        asked.set()
        return silence()

    async with Standin(otherwise=keep_waiting) as standin:
        client = AsyncOpenAI(base_url=standin.base_url, api_key=standin.key, max_retries=0)
        asking = asyncio.create_task(ask(client))
        await asked.wait()
    with pytest.raises(openai.APIError):
        await asking
    await client.close()


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
