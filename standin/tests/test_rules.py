"""What the provider takes, and what it refuses by name."""

from typing import Any

import openai
import pytest
from openai import AsyncOpenAI

from standin import Standin
from standin.refusal import Refused
from standin.rules import MODELS, check_request
from standin.tests.asking import HELLO, ask

SUPPORTED: dict[str, Any] = {
    "stream": False,
    "reasoning_effort": "none",
    "response_format": {"type": "json_object", "schema": {"type": "object"}},
    "temperature": 0.3,
    "max_tokens": 200,
    "stop": ["END"],
    "seed": 7,
    "top_p": 0.9,
    "frequency_penalty": 0.5,
    "presence_penalty": 0,
}
UNSUPPORTED: dict[str, Any] = {
    "tool_choice": "auto",
    "parallel_tool_calls": True,
    "stream_options": {"include_usage": True},
    "store": False,
    "metadata": {"person": "ada"},
    "logit_bias": {},
    "logprobs": False,
    "top_logprobs": 1,
    "n": 1,
    "modalities": ["text"],
    "prediction": {"type": "content", "content": ""},
    "audio": {"voice": "alloy", "format": "wav"},
    "service_tier": "auto",
    "user": "ada",
    "max_completion_tokens": 200,
    "verbosity": "low",
    "functions": [],
}


async def test_it_takes_every_field_that_is_listed(standin: Standin, client: AsyncOpenAI) -> None:
    standin.say("Hello.")
    await ask(client, **SUPPORTED)
    assert standin.requests[0].body == HELLO | SUPPORTED


@pytest.mark.parametrize("field", UNSUPPORTED)
async def test_it_refuses_every_other_field(standin: Standin, client: AsyncOpenAI, field: str) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match=f"parameter '{field}' is not a valid field"):
        await ask(client, extra_body={field: UNSUPPORTED[field]})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("stream", "yes"),
        ("reasoning_effort", "medium"),
        ("response_format", {"type": "json_schema"}),
        ("response_format", {"type": "json_object", "schema": "book"}),
        ("temperature", 1.5),
        ("temperature", None),
        ("max_tokens", 0),
        ("max_tokens", 10_000),
        ("stop", ["a", "b", "c", "d", "e", "f"]),
        ("stop", [""]),
        ("seed", -1),
        ("seed", 1.5),
        ("top_p", 1),
        ("frequency_penalty", True),
        ("presence_penalty", -1),
        ("messages", []),
        ("tools", []),
        ("model", ""),
    ],
)
def test_it_refuses_a_value_that_is_wrong(field: str, value: Any) -> None:
    with pytest.raises(Refused) as refused:
        check_request(HELLO | {field: value})
    assert refused.value.status == 400
    assert field in refused.value.message


def test_it_takes_one_penalty_alone() -> None:
    with pytest.raises(Refused, match="only one of frequency_penalty and presence_penalty"):
        check_request(HELLO | {"frequency_penalty": 0.5, "presence_penalty": 0.5})


@pytest.mark.parametrize("field", ["model", "messages"])
def test_it_needs_a_model_and_messages(field: str) -> None:
    with pytest.raises(Refused, match=f"{field} is required"):
        check_request({name: value for name, value in HELLO.items() if name != field})


def test_a_body_is_an_object() -> None:
    with pytest.raises(Refused, match="the body must be an object"):
        check_request([HELLO])


@pytest.mark.parametrize("model", ["gpt-4o", "command-r-plus", "command-a"])
async def test_an_unknown_model_is_not_found(client: AsyncOpenAI, model: str) -> None:
    with pytest.raises(openai.NotFoundError, match=f"model '{model}' not found"):
        await ask(client, model=model)


async def test_it_lists_its_models(client: AsyncOpenAI) -> None:
    assert tuple([model.id async for model in client.models.list()]) == MODELS
