"""A model that cannot be used is known when the server starts, and makes nobody unready."""

import asyncio
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from agent.llm.conftest import MODEL
from fixtures.clients import SignUp, StartApp
from standin import Standin, steps


async def started(start_app: StartApp, url: str, key: str = "standin-key", model: str = MODEL) -> FastAPI:
    app = await start_app(llm_base_url=url, LLM_API_KEY=key, llm_model=model)
    async with asyncio.timeout(20):
        while app.state.services.model.status == "unchecked":  # noqa: ASYNC110 - what `/ready` tells
            await asyncio.sleep(0.01)
    return app


async def ready(app: FastAPI) -> dict[str, Any]:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://todo.test") as client:
        answer = await client.get("/ready")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


async def test_a_model_that_answers(start_app: StartApp, model: Standin) -> None:
    app = await started(start_app, model.base_url)
    assert (await ready(app))["model"] == {"name": MODEL, "status": "answering", "detail": ""}


async def test_without_a_model_there_is_nothing_to_tell(start_app: StartApp) -> None:
    assert "model" not in await ready(await start_app())


async def test_a_wrong_key(start_app: StartApp, model: Standin, capsys: pytest.CaptureFixture[str]) -> None:
    app = await started(start_app, model.base_url, key="a-wrong-key")
    found = (await ready(app))["model"]
    assert found["status"] == "failing"
    assert found["detail"] == f"LLM_API_KEY is wrong, or not for {MODEL}"
    assert "a-wrong-key" not in capsys.readouterr().out


async def test_a_model_that_is_not_there(start_app: StartApp, model: Standin) -> None:
    app = await started(start_app, model.base_url, model="gpt-99")
    assert "has no model gpt-99: check LLM_MODEL" in (await ready(app))["model"]["detail"]


async def test_a_host_that_does_not_answer(start_app: StartApp) -> None:
    app = await started(start_app, "http://127.0.0.1:9/v1")
    assert "http://127.0.0.1:9/v1 does not answer: check LLM_BASE_URL" in (await ready(app))["model"]["detail"]


async def test_a_host_that_is_none(start_app: StartApp) -> None:
    app = await started(start_app, "http://no.such.host.invalid/v1")
    assert "does not answer: check LLM_BASE_URL" in (await ready(app))["model"]["detail"]


async def test_a_certificate_that_does_not_verify(start_app: StartApp, sign_up: SignUp) -> None:
    async with Standin(otherwise=steps.say("OK"), tls=True) as provider:
        app = await started(start_app, provider.base_url)
        assert "does not verify: trust its authority" in (await ready(app))["model"]["detail"]
        client = await sign_up(app=app)
        answer = await client.post("/api/chat", json={"message": "so what do you make of all this, in the end"})
        assert "The model could not be reached safely, so I answer by my built-in rules." in answer.text
        assert provider.requests == []


async def test_a_page_that_is_no_model(start_app: StartApp, model: Standin) -> None:
    model.script.otherwise = steps.proxy_page(200)
    app = await started(start_app, model.base_url)
    assert "does not speak the chat-completions format" in (await ready(app))["model"]["detail"]


async def test_how_tries_ended_is_counted(start_app: StartApp, model: Standin, sign_up: SignUp) -> None:
    app = await started(start_app, model.base_url)
    client = await sign_up(app=app)
    model.script.otherwise = steps.fail(401)
    await client.post("/api/chat", json={"message": "so what do you make of all this, in the end"})
    found = (await client.get("/metrics")).text
    assert 'todo_model_tries_total{outcome="answered"} 1.0' in found
    assert 'todo_model_tries_total{outcome="key"} 1.0' in found
    assert (await ready(app))["model"]["status"] == "failing"
