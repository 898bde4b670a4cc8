"""Connected apps in the settings, and how they end."""

import httpx2
import pytest

from fixtures.people import Person, Town
from oauth.connecting import LISTED, App, register


async def test_what_is_connected_is_listed(assistant: App, ada: Person, eve: Person, town: Town) -> None:
    await assistant.connect(ada, "read")
    town.clock.advance(hours=1)
    await assistant.connect(ada)
    newest, oldest = (await ada.get("/api/connections"))["items"]
    assert (newest["scopes"], oldest["scopes"]) == (["read", "write"], ["read"])
    assert newest["created_at"] > oldest["created_at"]
    assert newest["name"] == "Assistant"
    assert newest["destination"] == {"kind": "site", "name": "assistant.example.com"}
    assert newest["last_used_at"] is None
    assert await eve.get("/api/connections") == {"items": []}


async def test_when_it_was_used(assistant: App, ada: Person, town: Town) -> None:
    tokens = await assistant.connect(ada)
    town.clock.advance(minutes=7)
    assert await assistant.works(tokens["access_token"])
    await town.services.upkeep.once()
    (connection,) = (await ada.get("/api/connections"))["items"]
    assert connection["last_used_at"] == "2026-11-23T09:07:00Z"


async def test_what_is_disconnected_stops_at_once(assistant: App, ada: Person, eve: Person) -> None:
    tokens, kept = await assistant.connect(ada), await assistant.connect(ada)
    assert await assistant.works(tokens["access_token"])
    _, oldest = (await ada.get("/api/connections"))["items"]
    assert (await eve.client.delete(f"/api/connections/{oldest['id']}")).status_code == 404
    assert await assistant.works(tokens["access_token"])

    assert (await ada.client.delete(f"/api/connections/{oldest['id']}")).status_code == 204
    assert not await assistant.works(tokens["access_token"])
    assert (await assistant.refresh(tokens["refresh_token"])).json()["error"] == "invalid_grant"
    assert await assistant.works(kept["access_token"])
    assert (await ada.client.delete(f"/api/connections/{oldest['id']}")).status_code == 404


@pytest.mark.parametrize(("method", "path"), [("GET", "/api/me"), ("GET", "/api/tasks"), ("POST", "/api/tasks")])
async def test_its_token_is_for_mcp_alone(assistant: App, ada: Person, method: str, path: str) -> None:
    tokens = await assistant.connect(ada)
    bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
    refused = await assistant.http.request(method, path, headers=bearer)
    assert refused.status_code == 401
    assert "for http://localhost:3000/mcp alone" in refused.json()["detail"]
    assert 'error="invalid_token"' in refused.headers["www-authenticate"]


async def test_its_token_is_for_one_address_alone(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    assert await assistant.works(tokens["access_token"])
    headers = {"Authorization": f"Bearer {tokens['access_token']}", "Host": "localhost:4000"}
    assert (await assistant.http.post("/mcp", json=LISTED, headers=headers)).status_code == 401


async def test_a_revoked_access_token_ends_alone(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    assert await assistant.works(tokens["access_token"])
    assert (await revoke(assistant, tokens["access_token"])).status_code == 200
    assert not await assistant.works(tokens["access_token"])
    assert (await assistant.refresh(tokens["refresh_token"])).status_code == 200


async def test_a_revoked_refresh_token_ends_the_connection(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    assert await assistant.works(tokens["access_token"])
    for _ in range(2):
        assert (await revoke(assistant, tokens["refresh_token"])).status_code == 200
    assert not await assistant.works(tokens["access_token"])
    assert await ada.get("/api/connections") == {"items": []}


async def test_another_app_revokes_nothing(assistant: App, ada: Person) -> None:
    tokens = await assistant.connect(ada)
    other = App(assistant.http, (await register(assistant.http)).json()["client_id"])
    for token in (tokens["access_token"], tokens["refresh_token"], "unknown"):
        assert (await revoke(other, token)).status_code == 200
    assert await assistant.works(tokens["access_token"])
    assert (await revoke(assistant, "")).json()["error"] == "invalid_request"
    assert (await revoke(App(assistant.http, "nobody"), "x")).json()["error"] == "invalid_client"


async def revoke(app: App, token: str) -> httpx2.Response:
    return await app.http.post("/api/oauth/revoke", data={"client_id": app.client_id, "token": token})
