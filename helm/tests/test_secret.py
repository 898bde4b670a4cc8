"""The Secret: named, or made."""

import base64
from typing import Any

import pytest

from helm.tests.chart import DATABASE_URL, render


def data(values: dict[str, Any]) -> dict[str, str]:
    made = render(values).one("Secret")
    assert made["metadata"]["name"] == "app-secrets"
    return {key: base64.b64decode(value).decode() for key, value in made["data"].items()}


def test_an_existing_secret_is_named_and_none_is_made() -> None:
    made = render({"secret": {"name": "mine"}})
    assert made.of("Secret") == {}
    named = [entry["valueFrom"]["secretKeyRef"]["name"] for entry in made.container("backend")["env"]]
    assert set(named) == {"mine"}


@pytest.mark.parametrize("create", [True, "auto"])
def test_a_secret_is_made_with_a_random_key(create: Any) -> None:
    made = data({"secret": {"create": create, "databaseUrl": DATABASE_URL, "cohereApiKey": "key", "llmApiKey": "k"}})
    assert len(made.pop("JWT_SECRET")) == 48
    assert made == {"DATABASE_URL": DATABASE_URL, "COHERE_API_KEY": "key", "LLM_API_KEY": "k"}


def test_a_given_key_is_used() -> None:
    assert data({"secret": {"databaseUrl": DATABASE_URL, "jwtSecret": "j" * 32}})["JWT_SECRET"] == "j" * 32


def test_the_random_key_is_drawn_once_a_rendering() -> None:
    """Or the checksum would tell of another key than the Secret has, and the next upgrade would roll the pods."""
    made = render({"secret": {"databaseUrl": DATABASE_URL}, "migrations": {"hook": True}})
    secrets = made.of("Secret")
    assert secrets["app-secrets"]["data"] == secrets["todo-app-migrate"]["data"]


def test_a_trial_needs_no_secret_of_yours() -> None:
    assert list(data({"database": {"kind": "sqlite"}})) == ["JWT_SECRET"]


def test_a_trial_may_still_use_yours() -> None:
    assert render({"database": {"kind": "sqlite"}, "secret": {"create": False}}).of("Secret") == {}


def test_a_changed_secret_rolls_the_pods() -> None:
    def checksum(key: str) -> str:
        pod = render({"secret": {"databaseUrl": DATABASE_URL, "jwtSecret": key}}).pod("backend")
        found: str = pod["metadata"]["annotations"]["checksum/secret"]
        return found

    assert checksum("a" * 32) == checksum("a" * 32) != checksum("b" * 32)


def test_nothing_secret_stands_outside_the_secret() -> None:
    values = {"secret": {"databaseUrl": DATABASE_URL, "jwtSecret": "j" * 32, "cohereApiKey": "cohere-key"}}
    others = [str(found) for found in render(values).objects if found["kind"] != "Secret"]
    assert not [text for text in others for secret in (":secret@", "j" * 32, "cohere-key") if secret in text]
