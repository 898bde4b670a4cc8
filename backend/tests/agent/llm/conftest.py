"""A person who talks to an app whose model is the stand-in of `standin`."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Protocol

import pytest

from agent.talk import Talk
from fixtures.clients import SignUp, StartApp
from standin import Standin, steps

MODEL = "command-a-plus-05-2026"


class TalkTo(Protocol):
    async def __call__(self, **settings: Any) -> Talk: ...


@pytest.fixture
async def model() -> AsyncIterator[Standin]:
    """The provider. What no step is left for is answered with "OK", such as the question at the server's start."""
    async with Standin(otherwise=steps.say("OK")) as standin:
        yield standin


@pytest.fixture
async def talk_to(start_app: StartApp, sign_up: SignUp, model: Standin) -> TalkTo:
    """Begins a conversation with an app of these settings."""

    async def begin(**settings: Any) -> Talk:
        given = {"llm_base_url": model.base_url, "LLM_API_KEY": model.key, "llm_model": MODEL, "chat_mode": "model"}
        app = await start_app(**given | settings)
        async with asyncio.timeout(20):
            while app.state.services.model.status == "unchecked":  # noqa: ASYNC110 - what `/ready` tells, nothing to wait for
                await asyncio.sleep(0.01)
        model.requests.clear()
        return Talk(await sign_up(app=app))

    return begin


@pytest.fixture
async def talk(talk_to: TalkTo) -> Talk:
    """Every message goes to the model."""
    return await talk_to()


@pytest.fixture
async def auto(talk_to: TalkTo) -> Talk:
    """Messages that the interpreter is not sure of go to the model."""
    return await talk_to(chat_mode="auto")
