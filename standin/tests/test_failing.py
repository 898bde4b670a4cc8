"""Every way in which an answer goes wrong, as the provider's own client sees it."""

import asyncio
from datetime import UTC, datetime

import openai
import pytest
from openai import AsyncOpenAI
from openai.types.chat import ChatCompletionChunk

from standin import Standin, ToolCall
from standin.script import ChatRequest
from standin.steps import Step, call, calls, proxy_page, say, silence
from standin.tests.asking import ask, stream, text


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
