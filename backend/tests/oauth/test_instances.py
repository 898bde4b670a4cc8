"""Connections on an instance of the test's own: what is left in the tables, and what other replicas know."""

import asyncio
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from accounts.test_identify import listening
from fixtures.clients import PASSWORD, SettableClock, SignUp, StartApp
from oauth.connecting import LISTED, ORIGIN, App, answer_in, register
from todo.kit.columns import metadata
from todo.kit.database import Database

OAUTH = [table for name, table in metadata.tables.items() if name.startswith("oauth_")]


async def connected(browser: httpx2.AsyncClient, http: httpx2.AsyncClient) -> tuple[App, dict[str, Any]]:
    """An app that the person in `browser` connected, and its tokens."""
    app = App(http, (await register(http)).json()["client_id"])
    answer = await browser.post("/api/oauth/authorization", json=app.asks() | {"allow": ["read"]})
    return app, (await app.exchange(answer_in(answer.json()["redirect_to"])["code"])).json()


@pytest.fixture
async def browser(sign_up: SignUp, connect: Any) -> httpx2.AsyncClient:
    cookies = {"session": (await sign_up()).cookies["session"]}
    client: httpx2.AsyncClient = connect(base_url=ORIGIN, cookies=cookies)
    return client


async def test_what_has_expired_leaves_nothing(
    app: FastAPI, browser: httpx2.AsyncClient, connect: Any, clock: SettableClock, database: Database
) -> None:
    await connected(browser, connect(base_url=ORIGIN))

    async def rows() -> set[int]:
        async with database.read() as connection:
            return {(await connection.execute(select(func.count()).select_from(table))).scalar_one() for table in OAUTH}

    assert await rows() == {1}
    clock.advance(days=400)
    await app.state.services.connections.sweep(clock())
    assert await rows() == {0}


# SQLite is one process by nature.
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_what_is_disconnected_here_is_refused_by_another_replica(
    browser: httpx2.AsyncClient, start_app: StartApp, connect: Any
) -> None:
    other = await start_app()
    notices = await listening(other)
    app, tokens = await connected(browser, connect(other, base_url=ORIGIN))
    assert await app.works(tokens["access_token"])
    (connection,) = (await browser.get("/api/connections")).json()["items"]
    with notices.listen(f"session:{connection['id']}") as bell:
        assert (await browser.delete(f"/api/connections/{connection['id']}")).status_code == 204
        await asyncio.wait_for(bell.wait(), 5)
    assert not await app.works(tokens["access_token"])


async def test_a_restart_forgets_nothing(browser: httpx2.AsyncClient, start_app: StartApp, connect: Any) -> None:
    app, tokens = await connected(browser, connect(base_url=ORIGIN))
    app.http = connect(await start_app(), base_url=ORIGIN)
    assert await app.works(tokens["access_token"])
    assert (await app.refresh(tokens["refresh_token"])).status_code == 200


async def test_a_deleted_persons_apps_stop(browser: httpx2.AsyncClient, connect: Any) -> None:
    app, tokens = await connected(browser, connect(base_url=ORIGIN))
    assert await app.works(tokens["access_token"])
    assert (await browser.request("DELETE", "/api/me", json={"password": PASSWORD})).status_code == 204
    assert not await app.works(tokens["access_token"])
    assert (await app.refresh(tokens["refresh_token"])).json()["error"] == "invalid_grant"


async def test_a_configured_origin_counts_wherever_a_request_comes_from(start_app: StartApp, connect: Any) -> None:
    app = await start_app(public_url="https://todo.example.org")
    inside = connect(app, base_url="http://backend-service:8000")
    server = (await inside.get("/.well-known/oauth-authorization-server")).json()
    assert server["issuer"] == "https://todo.example.org"
    outside = await connect(app, base_url="https://todo.example.org").post("/mcp", json=LISTED)
    assert outside.status_code == 401, "its host is one that /mcp answers to"
    assert 'resource_metadata="https://todo.example.org/.well-known/' in outside.headers["www-authenticate"]
