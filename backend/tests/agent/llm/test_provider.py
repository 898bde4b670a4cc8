"""Whose model the settings mean."""

from typing import Any

import pytest
from pydantic import ValidationError

from todo.agent.llm.provider import COHERE_URL, NEWEST_COMMAND, provider_of
from todo.settings import Settings

COHERE = "COHERE_API_KEY"
BASE = "LLM_BASE_URL"


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COHERE_API_KEY", "LLM_BASE_URL", "LLM_API_KEY", "LLM_MODEL", "CHAT_MODE"):
        monkeypatch.delenv(name, raising=False)


def settings(**given: Any) -> Settings:
    return Settings(**given)


def test_nothing_set_is_no_model() -> None:
    assert provider_of(settings()) is None


def test_a_cohere_key_alone_is_the_newest_command_model() -> None:
    provider = provider_of(settings(cohere_api_key="the-key"))
    assert provider is not None
    assert (provider.name, provider.base_url, provider.model) == ("Cohere", COHERE_URL, NEWEST_COMMAND)
    assert "the-key" not in repr(provider)


@pytest.mark.parametrize(
    ("named", "model"),
    [
        ("command-r-plus", NEWEST_COMMAND),
        ("command-r-plus-08-2024", "command-r-plus-08-2024"),
        ("command-r", "command-a-03-2025"),
        ("command-r7b", "command-r7b-12-2024"),
    ],
)
def test_a_family_by_name_is_its_newest_member(named: str, model: str) -> None:
    provider = provider_of(settings(cohere_api_key="k", llm_model=named))
    assert provider is not None
    assert provider.model == model


def test_any_other_endpoint_needs_no_key() -> None:
    provider = provider_of(settings(llm_base_url="http://localhost:11434/v1/", llm_model="qwen3"))
    assert provider is not None
    assert (provider.name, provider.base_url, provider.model) == ("localhost", "http://localhost:11434/v1", "qwen3")


def test_another_endpoint_never_gets_coheres_key() -> None:
    provider = provider_of(settings(llm_base_url="http://localhost/v1", llm_model="x", cohere_api_key="secret"))
    assert provider is not None
    assert provider.key != "secret"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"llm_base_url": "http://localhost/v1"}, "LLM_MODEL is not"),
        ({"llm_base_url": "localhost:11434", "llm_model": "x"}, "LLM_BASE_URL is no URL"),
        ({"llm_model": "x"}, "neither COHERE_API_KEY nor LLM_BASE_URL"),
        ({"chat_mode": "model"}, "CHAT_MODE=model needs a model"),
    ],
)
def test_half_a_model_stops_the_start_with_a_line(given: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        settings(**given)
