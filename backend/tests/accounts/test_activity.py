from datetime import timedelta
from typing import Any

import httpx2
from fastapi import FastAPI

from fixtures.clients import PASSWORD, SettableClock, SignUp, StartApp


async def last_seen(client: httpx2.AsyncClient) -> list[str]:
    return [session["last_seen_at"] for session in (await client.get("/api/sessions")).json()["items"]]


async def test_use_is_written_down_by_the_minute(sign_up: SignUp, app: FastAPI, clock: SettableClock) -> None:
    ada = await sign_up()
    clock.advance(seconds=30)
    assert await last_seen(ada) == ["2026-11-23T09:00:00Z"]
    await app.state.services.upkeep.once()
    assert await last_seen(ada) == ["2026-11-23T09:00:30Z"]


async def test_an_earlier_use_in_another_process_does_not_turn_it_back(
    sign_up: SignUp, start_app: StartApp, app: FastAPI, clock: SettableClock, connect: Any
) -> None:
    ada = await sign_up()
    other = await start_app()
    elsewhere = connect(other, cookies=ada.cookies)
    await elsewhere.get("/api/me")
    clock.advance(seconds=40)
    await ada.get("/api/me")
    await app.state.services.upkeep.once()
    await other.state.services.upkeep.once()
    assert await last_seen(ada) == ["2026-11-23T09:00:40Z"]


async def test_a_personal_token_shows_when_it_was_used(sign_up: SignUp, app: FastAPI, connect: Any) -> None:
    ada = await sign_up()
    token = (await ada.post("/api/tokens", json={"name": "script", "scopes": ["read"]})).json()["token"]
    await connect(headers={"Authorization": f"Bearer {token}"}).get("/api/me")
    assert (await ada.get("/api/tokens")).json()["items"][0]["last_used_at"] is None
    await app.state.services.upkeep.once()
    assert (await ada.get("/api/tokens")).json()["items"][0]["last_used_at"] == "2026-11-23T09:00:00Z"


async def test_what_has_expired_is_deleted(sign_up: SignUp, app: FastAPI, clock: SettableClock) -> None:
    ada = await sign_up()
    clock.advance(days=29)
    await ada.post("/api/auth/login", json={"email": "ada@example.org", "password": PASSWORD})
    clock.now += timedelta(days=2)
    await app.state.services.upkeep.once()
    assert len(await last_seen(ada)) == 1
