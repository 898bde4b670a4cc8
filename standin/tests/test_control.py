"""A running stand-in, scripted from outside."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import openai
import pytest
from openai import AsyncOpenAI

from standin import Standin
from standin.steps import say
from standin.tests.asking import HELLO, ask, stream, text


@pytest.fixture
async def control(standin: Standin) -> AsyncIterator[httpx2.AsyncClient]:
    headers = {"authorization": f"Bearer {standin.key}"}
    async with httpx2.AsyncClient(base_url=standin.origin, headers=headers) as raw:
        yield raw


async def test_steps_are_added_and_taken(standin: Standin, client: AsyncOpenAI, control: httpx2.AsyncClient) -> None:
    first = [{"say": "one"}, {"fail": 429, "retry_after": 2, "message": "slow down"}]
    assert (await control.post("/control", json={"steps": first})).json() == {"steps_left": 2, "requests": []}
    assert (await control.post("/control", json={"steps": [{"call": "list_tasks"}]})).json()["steps_left"] == 3
    assert text(await stream(client)) == "one"
    with pytest.raises(openai.RateLimitError, match="slow down"):
        await ask(client)
    assert (await ask(client)).choices[0].finish_reason == "tool_calls"
    with pytest.raises(openai.UnprocessableEntityError):
        await ask(client, n=1)
    state = (await control.get("/control")).json()
    assert state["steps_left"] == 0
    assert state["requests"][1] == {"body": HELLO, "refused": None}
    assert "'n'" in state["requests"][3]["refused"]


async def test_what_answers_otherwise_can_be_chosen(client: AsyncOpenAI, control: httpx2.AsyncClient) -> None:
    await control.post("/control", json={"otherwise": {"fail": 503}, "delay": 0.01, "pause": 0.01})
    for _ in range(2):
        with pytest.raises(openai.InternalServerError):
            await ask(client)
    await control.post("/control", json={"otherwise": "natural"})
    assert "stand-in" in text(await stream(client))
    await control.post("/control", json={"otherwise": None})
    with pytest.raises(openai.InternalServerError, match="no step left"):
        await ask(client)


async def test_it_is_made_as_it_was(standin: Standin, client: AsyncOpenAI, control: httpx2.AsyncClient) -> None:
    async with Standin(otherwise=say("As ever.")) as another:
        control.base_url = httpx2.URL(another.origin)
        client = client.with_options(base_url=another.base_url)
        await control.post("/control", json={"steps": [{"say": "one"}], "otherwise": {"silence": True}, "delay": 9})
        assert (await control.delete("/control")).json() == {"steps_left": 0, "requests": []}
        assert (await ask(client, timeout=5)).choices[0].message.content == "As ever."


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"step": []}, "'step' is not a valid field"),
        ({"steps": []}, "steps must be a list of at least one"),
        ({"delay": -1}, "delay must be between"),
        ({"otherwise": "nothing"}, "otherwise must be an object with one of say, call, fail, proxy_page, silence"),
        ({"steps": [{"say": "one"}, {"shout": "two"}], "delay": 9}, "steps[1] must be an object with one of"),
    ],
)
async def test_a_script_that_is_wrong_changes_nothing(
    standin: Standin, control: httpx2.AsyncClient, body: Any, why: str
) -> None:
    answer = await control.post("/control", json=body)
    assert answer.status_code in (400, 422)
    assert why in answer.json()["message"]
    assert (standin.steps_left, standin.script.delay) == (0, 0)
