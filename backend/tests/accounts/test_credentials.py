import base64
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
import pytest

from fixtures.clients import SECRET
from todo.accounts.credentials import PERSONAL_PREFIX, AccessTokens, digest, new_secret

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
USER, SESSION = UUID(int=1), UUID(int=2)
CLAIMS: dict[str, Any] = {
    "sub": str(USER),
    "sid": str(SESSION),
    "iat": int(NOW.timestamp()),
    "exp": int(NOW.timestamp()) + 900,
    "typ": "access",
}


@pytest.fixture
def tokens() -> AccessTokens:
    return AccessTokens(SECRET, timedelta(minutes=15))


def test_a_token_says_who_and_for_how_long(tokens: AccessTokens) -> None:
    token, seconds = tokens.issue(USER, SESSION, NOW)
    assert seconds == 900
    claims = tokens.read(token, NOW + timedelta(seconds=899))
    assert claims is not None
    assert (claims.user_id, claims.session_id) == (USER, SESSION)
    assert tokens.read(token, NOW + timedelta(seconds=900)) is None


def unsigned(header: dict[str, str]) -> str:
    parts = (json.dumps(part).encode() for part in (header, CLAIMS))
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts) + "."


@pytest.mark.parametrize(
    "token",
    [
        "",
        "a.b.c",
        "\ud800.b.c",
        unsigned({"alg": "none", "typ": "JWT"}),
        unsigned({"alg": "HS256", "typ": "JWT"}),
        jwt.encode(CLAIMS, "another secret, of 32 bytes and more", "HS256"),
        jwt.encode(CLAIMS, SECRET * 2, "HS512"),
        jwt.encode(CLAIMS | {"typ": "refresh"}, SECRET, "HS256"),
        jwt.encode({key: CLAIMS[key] for key in CLAIMS if key != "exp"}, SECRET, "HS256"),
        jwt.encode({key: CLAIMS[key] for key in CLAIMS if key != "sid"}, SECRET, "HS256"),
        jwt.encode(CLAIMS | {"exp": 10**30}, SECRET, "HS256"),
        jwt.encode(CLAIMS | {"exp": "soon"}, SECRET, "HS256"),
        jwt.encode(CLAIMS | {"sub": "ada"}, SECRET, "HS256"),
        jwt.encode(CLAIMS | {"sid": 7}, SECRET, "HS256"),
    ],
    ids=[
        "empty",
        "no token",
        "half a character",
        "alg none",
        "unsigned",
        "another secret",
        "another algorithm",
        "another kind",
        "no end",
        "no session",
        "an end beyond time",
        "an end in words",
        "a strange person",
        "a strange session",
    ],
)
def test_what_we_did_not_issue_is_worth_nothing(tokens: AccessTokens, token: str) -> None:
    assert tokens.read(token, NOW) is None


def test_the_claims_of_these_tests_are_otherwise_good(tokens: AccessTokens) -> None:
    assert tokens.read(jwt.encode(CLAIMS, SECRET, "HS256"), NOW) is not None


def test_secrets_are_long_random_and_kept_as_digests() -> None:
    first, second = new_secret(PERSONAL_PREFIX), new_secret(PERSONAL_PREFIX)
    assert first != second
    assert first.startswith("todo_pat_")
    assert len(base64.urlsafe_b64decode(first.removeprefix("todo_pat_") + "=")) == 32
    assert len(digest(first)) == 32
