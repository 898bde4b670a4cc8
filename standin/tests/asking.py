"""Asking the stand-in something, whatever it is."""

from typing import Any

from openai import AsyncOpenAI
from openai.types.chat import ChatCompletion, ChatCompletionChunk

MODEL = "command-a-03-2025"
HELLO: dict[str, Any] = {"model": MODEL, "messages": [{"role": "user", "content": "Hello"}]}


async def ask(client: AsyncOpenAI, **fields: Any) -> ChatCompletion:
    """A request that is not streamed; `fields` go over those of HELLO."""
    answer: ChatCompletion = await client.chat.completions.create(**HELLO | fields)
    return answer


async def stream(client: AsyncOpenAI, into: list[ChatCompletionChunk] | None = None) -> list[ChatCompletionChunk]:
    """The chunks; those that came before an error are in `into`."""
    chunks = [] if into is None else into
    async for chunk in await client.chat.completions.create(**HELLO, stream=True):
        chunks.append(chunk)
    return chunks


def text(chunks: list[ChatCompletionChunk]) -> str:
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
