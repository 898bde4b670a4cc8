from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from fixtures.clients import SettableClock, SignUp

SCRIPT = {"name": "script", "scopes": ["read", "write"]}


def bearer(connect: Any, token: str) -> httpx2.AsyncClient:
    client: httpx2.AsyncClient = connect(headers={"Authorization": f"Bearer {token}"})
    return client


async def test_a_token_is_shown_once_and_works_until_it_is_revoked(sign_up: SignUp, connect: Any) -> None:
    ada = await sign_up()
    made = await ada.post("/api/tokens", json=SCRIPT | {"name": "  a   script "})
    assert made.status_code == 201
    token = made.json()
    assert token["token"].startswith("todo_pat_")
    listed = (await ada.get("/api/tokens")).json()["items"]
    assert listed == [{key: token[key] for key in token if key != "token"}]
    assert (listed[0]["name"], listed[0]["scopes"], listed[0]["expires_at"]) == ("a script", ["read", "write"], None)

    script = bearer(connect, token["token"])
    assert (await script.get("/api/me")).json()["email"] == "ada@example.org"
    assert (await ada.delete(f"/api/tokens/{token['id']}")).status_code == 204
    assert (await script.get("/api/me")).status_code == 401
    assert (await ada.delete(f"/api/tokens/{token['id']}")).status_code == 404


async def test_a_token_expires(sign_up: SignUp, connect: Any, clock: SettableClock) -> None:
    ada = await sign_up()
    token = (await ada.post("/api/tokens", json=SCRIPT | {"expires_in_days": 7})).json()
    assert token["expires_at"] == "2026-11-30T09:00:00Z"
    script = bearer(connect, token["token"])
    clock.advance(days=6, hours=23)
    assert (await script.get("/api/me")).status_code == 200
    clock.advance(hours=1)
    assert (await script.get("/api/me")).status_code == 401


async def test_a_token_does_only_what_it_was_made_for(sign_up: SignUp, connect: Any) -> None:
    ada = await sign_up()
    writer = (await ada.post("/api/tokens", json=SCRIPT | {"scopes": ["write"]})).json()["token"]
    answer = await bearer(connect, writer).get("/api/me")
    assert answer.status_code == 403
    assert "“read”" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", "/api/me"),
        ("DELETE", "/api/me"),
        ("POST", "/api/me/password"),
        ("GET", "/api/sessions"),
        ("DELETE", "/api/sessions"),
        ("GET", "/api/tokens"),
        ("POST", "/api/tokens"),
        ("DELETE", "/api/tokens/01936f3e-0000-7000-8000-000000000000"),
        ("POST", "/api/auth/logout"),
    ],
)
async def test_a_token_cannot_manage_the_account(sign_up: SignUp, connect: Any, method: str, path: str) -> None:
    ada = await sign_up()
    token = (await ada.post("/api/tokens", json=SCRIPT)).json()["token"]
    answer = await bearer(connect, token).request(method, path)
    assert answer.status_code == 403
    assert answer.json()["code"] == "forbidden"


async def test_another_persons_token_does_not_exist(sign_up: SignUp, connect: Any) -> None:
    ada, eve = await sign_up("ada@example.org"), await sign_up("eve@example.org")
    token = (await ada.post("/api/tokens", json=SCRIPT)).json()
    assert (await eve.get("/api/tokens")).json() == {"items": []}
    assert (await eve.delete(f"/api/tokens/{token['id']}")).status_code == 404
    assert (await bearer(connect, token["token"]).get("/api/me")).status_code == 200


async def test_a_token_may_be_for_one_list(sign_up: SignUp, connect: Any) -> None:
    ada, eve = await sign_up("ada@example.org"), await sign_up("eve@example.org")
    work = (await ada.post("/api/lists", json={"name": "Work"})).json()
    made = (await ada.post("/api/tokens", json=SCRIPT | {"list_id": work["id"]})).json()
    assert (made["list_id"], made["list"]) == (work["id"], "Work")
    assert (await ada.get("/api/tokens")).json()["items"][0]["list"] == "Work"

    strange = await eve.post("/api/tokens", json=SCRIPT | {"list_id": work["id"]})
    assert (strange.status_code, strange.json()["code"]) == (404, "not_found")

    await ada.delete(f"/api/lists/{work['id']}")
    trashed = (await ada.get("/api/tokens")).json()["items"][0]
    assert (trashed["list_id"], trashed["list"]) == (work["id"], None)
    assert (await ada.post("/api/tokens", json=SCRIPT | {"list_id": work["id"]})).status_code == 404


async def test_a_token_ends_with_its_list(app: FastAPI, sign_up: SignUp, connect: Any, clock: SettableClock) -> None:
    """It would be for every list otherwise."""
    ada = await sign_up()
    work = (await ada.post("/api/lists", json={"name": "Work"})).json()
    made = (await ada.post("/api/tokens", json=SCRIPT | {"list_id": work["id"]})).json()
    await ada.delete(f"/api/lists/{work['id']}")
    clock.advance(days=31)
    await app.state.services.upkeep.once()
    assert (await bearer(connect, made["token"]).get("/api/tasks")).status_code == 401


async def test_its_last_use_is_shown(app: FastAPI, sign_up: SignUp, connect: Any, clock: SettableClock) -> None:
    ada = await sign_up()
    made = (await ada.post("/api/tokens", json=SCRIPT)).json()
    assert made["last_used_at"] is None
    clock.advance(hours=2)
    await bearer(connect, made["token"]).get("/api/tasks")
    await app.state.services.upkeep.once()
    assert (await ada.get("/api/tokens")).json()["items"][0]["last_used_at"] == "2026-11-23T11:00:00Z"


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"name": "x" * 101}, {"scopes": []}, {"scopes": ["admin"]}, {"expires_in_days": 0}],
    ids=str,
)
async def test_a_token_that_cannot_be(sign_up: SignUp, wrong: dict[str, object]) -> None:
    ada = await sign_up()
    answer = await ada.post("/api/tokens", json=SCRIPT | wrong)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].split(".")[0] == next(iter(wrong))


async def test_fifty_tokens_are_enough(sign_up: SignUp) -> None:
    ada = await sign_up()
    for _ in range(50):
        assert (await ada.post("/api/tokens", json=SCRIPT)).status_code == 201
    answer = await ada.post("/api/tokens", json=SCRIPT)
    assert answer.status_code == 409
    assert "Revoke one" in answer.json()["detail"]
