import re
from typing import Any

import httpx2
import pytest

from fixtures.people import Join, Person, Town
from oauth.connecting import ORIGIN, REDIRECT, App, register


async def test_a_client_is_registered_and_public_whatever_it_asks_for(http: httpx2.AsyncClient) -> None:
    answer = await register(
        http,
        client_name=" An \u202e  app\n",
        token_endpoint_auth_method="client_secret_basic",
        grant_types=["authorization_code"],
        logo_uri="https://example.com/logo.png",
    )
    assert answer.status_code == 201
    client = answer.json()
    assert (client["client_name"], client["redirect_uris"]) == ("An app", [REDIRECT])
    assert client["token_endpoint_auth_method"] == "none"
    assert client["grant_types"] == ["authorization_code", "refresh_token"]
    assert "client_secret" not in client


async def test_a_client_without_a_name_is_called_by_where_it_is(http: httpx2.AsyncClient) -> None:
    assert (await register(http)).json()["client_name"] == "assistant.example.com"
    assert (await register(http, client_name="\u200b")).json()["client_name"] == "assistant.example.com"


async def test_a_long_name_is_cut(http: httpx2.AsyncClient) -> None:
    assert (await register(http, client_name="x" * 900)).json()["client_name"] == "x" * 60


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ({"redirect_uris": ["javascript:alert(1)"]}, "invalid_redirect_uri"),
        ({"redirect_uris": [REDIRECT, "http://assistant.example.com/"]}, "invalid_redirect_uri"),
        ({"redirect_uris": []}, "invalid_client_metadata"),
        ({"redirect_uris": REDIRECT}, "invalid_client_metadata"),
        ({"redirect_uris": [REDIRECT] * 11}, "invalid_client_metadata"),
        ({"redirect_uris": ["https://example.com/" + "x" * 2000]}, "invalid_client_metadata"),
        ({"client_name": 7}, "invalid_client_metadata"),
        ({"client_name": "x" * 1001}, "invalid_client_metadata"),
        ({"grant_types": ["client_credentials"]}, "invalid_client_metadata"),
        ({"response_types": ["token"]}, "invalid_client_metadata"),
    ],
    ids=str,
)
async def test_a_client_that_cannot_be(http: httpx2.AsyncClient, metadata: dict[str, Any], error: str) -> None:
    answer = await register(http, **metadata)
    assert (answer.status_code, answer.json()["error"]) == (400, error)
    assert answer.headers["content-type"] == "application/json"
    # RFC 6749 section 5.2
    assert re.fullmatch(r"[\x20\x21\x23-\x5b\x5d-\x7e]+", answer.json()["error_description"])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"redirect_uris": ["\xff"]}'])
async def test_what_is_no_json_object(http: httpx2.AsyncClient, body: bytes) -> None:
    answer = await http.post("/api/oauth/register", content=body)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_client_metadata")


async def test_a_registration_that_nobody_uses_is_forgotten(assistant: App, ada: Person, town: Town) -> None:
    town.clock.advance(days=6, hours=23)
    await town.services.connections.sweep(town.clock())
    assert (await ada.client.get("/api/oauth/authorization", params=assistant.asks())).status_code == 200
    town.clock.advance(hours=1)
    answer = await ada.client.get("/api/oauth/authorization", params=assistant.asks())
    assert answer.status_code == 422
    assert "not registered" in answer.json()["detail"]
    assert (await assistant.token(grant_type="refresh_token", refresh_token="x")).json()["error"] == "invalid_client"


async def test_a_used_registration_outlives_its_tokens(assistant: App, ada: Person, join: Join, town: Town) -> None:
    await assistant.connect(ada)
    town.clock.advance(days=170)
    await town.services.connections.sweep(town.clock())
    await assistant.connect(await join(base_url=ORIGIN))
