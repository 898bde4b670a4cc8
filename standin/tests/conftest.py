"""The stand-in, and the real client that speaks to it."""

from collections.abc import AsyncIterator

import pytest
from openai import AsyncOpenAI

from standin import Standin


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin() as running:
        yield running


@pytest.fixture
async def client(standin: Standin) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(base_url=standin.base_url, api_key=standin.key, max_retries=0, timeout=10) as client:
        yield client
