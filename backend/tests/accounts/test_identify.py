import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, event

from fixtures.clients import PASSWORD, SettableClock, SignUp, StartApp
from todo.accounts.dependencies import ReadCaller
from todo.kit.notices import Notices

LOGIN = {"email": "ada@example.org", "password": PASSWORD}


async def listening(app: FastAPI) -> Notices:
    """The notices of `app`, once it receives those of other processes."""
    notices: Notices = app.state.services.notices
    heard = asyncio.Event()
    notices.watch(lambda _: heard.set())
    if not notices.reliable:
        await asyncio.wait_for(heard.wait(), 5)
    return notices


def bearer(connect: Any, token: str, app: FastAPI | None = None) -> httpx2.AsyncClient:
    client: httpx2.AsyncClient = connect(app, headers={"Authorization": f"Bearer {token}"})
    return client


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "todo_pat_", "todo_pat_forged"])
async def test_a_forged_token_is_refused_and_the_cookie_does_not_help(sign_up: SignUp, token: str) -> None:
    ada = await sign_up()
    answer = await ada.get("/api/me", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    assert answer.json()["code"] == "unauthenticated"
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


async def test_a_forged_cookie_is_refused(connect: Any) -> None:
    answer = await connect(cookies={"session": "forged"}).get("/api/me")
    assert answer.status_code == 401
    assert "Sign in again" in answer.json()["detail"]


async def test_a_proxys_own_password_leaves_the_cookie_alone(sign_up: SignUp) -> None:
    ada = await sign_up()
    assert (await ada.get("/api/me", headers={"Authorization": "Basic YWRhOmFkYQ=="})).status_code == 200


async def test_a_logins_access_token_lives_for_minutes(
    sign_up: SignUp, client: httpx2.AsyncClient, connect: Any, clock: SettableClock
) -> None:
    await sign_up()
    grant = (await client.post("/api/auth/login", json=LOGIN)).json()
    assert (grant["token_type"], grant["expires_in"]) == ("bearer", 900)
    program = bearer(connect, grant["access_token"])
    assert (await program.get("/api/me")).json() == grant["user"]
    clock.advance(seconds=899)
    assert (await program.get("/api/me")).status_code == 200
    clock.advance(seconds=1)
    assert (await program.get("/api/me")).status_code == 401


async def test_signing_out_ends_cookie_and_access_token_at_once(
    sign_up: SignUp, client: httpx2.AsyncClient, connect: Any
) -> None:
    await sign_up()
    grant = (await client.post("/api/auth/login", json=LOGIN)).json()
    program, browser = bearer(connect, grant["access_token"]), connect(cookies=client.cookies)
    for known in (program, browser):
        assert (await known.get("/api/me")).status_code == 200
    assert (await program.post("/api/auth/logout")).status_code == 204
    for gone in (program, browser, client):
        assert (await gone.get("/api/me")).status_code == 401
    assert (await client.post("/api/auth/logout")).status_code == 204


async def test_a_session_ends_by_itself(sign_up: SignUp, clock: SettableClock) -> None:
    ada = await sign_up()
    clock.advance(days=29, hours=23)
    assert (await ada.get("/api/me")).status_code == 200
    clock.advance(hours=1)
    assert (await ada.get("/api/me")).status_code == 401


async def test_a_token_of_another_installation_is_none_of_ours(
    start_app: StartApp, sign_up: SignUp, client: httpx2.AsyncClient, connect: Any
) -> None:
    await sign_up()
    grant = (await client.post("/api/auth/login", json=LOGIN)).json()
    other = await start_app(jwt_secret="another secret, of 32 bytes and more")
    assert (await bearer(connect, grant["access_token"], other).get("/api/me")).status_code == 401


async def test_signing_in_again_replaces_the_browsers_session(sign_up: SignUp) -> None:
    ada = await sign_up()
    before = ada.cookies["session"]
    await ada.post("/api/auth/login", json=LOGIN)
    assert ada.cookies["session"] != before
    assert len((await ada.get("/api/sessions")).json()["items"]) == 1


# SQLite is one process by nature.
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_what_is_revoked_here_is_refused_by_another_replica(
    sign_up: SignUp, start_app: StartApp, connect: Any
) -> None:
    ada = await sign_up()
    user_id = (await ada.get("/api/me")).json()["id"]
    other = await start_app()
    notices = await listening(other)
    laptop, phone, tablet = connect(other, cookies=ada.cookies), connect(other), connect(other)
    for client in (phone, tablet):
        assert (await client.post("/api/auth/login", json=LOGIN)).status_code == 200
        assert (await client.get("/api/me")).status_code == 200
    (newest, *_) = (await ada.get("/api/sessions")).json()["items"]

    with notices.listen(f"session:{newest['id']}") as bell:
        await ada.delete(f"/api/sessions/{newest['id']}")
        await asyncio.wait_for(bell.wait(), 5)
    assert (await tablet.get("/api/me")).status_code == 401
    with notices.listen(f"user:{user_id}:accounts") as bell:
        await ada.delete("/api/sessions")
        await asyncio.wait_for(bell.wait(), 5)
    assert (await phone.get("/api/me")).status_code == 401
    assert (await laptop.get("/api/me")).status_code == 200
    with notices.listen(f"user:{user_id}:accounts") as bell:
        await ada.request("DELETE", "/api/me", json={"password": PASSWORD})
        await asyncio.wait_for(bell.wait(), 5)
    assert (await laptop.get("/api/me")).status_code == 401


@pytest.fixture
async def whoami(app: FastAPI) -> AsyncIterator[list[str]]:
    """The statements that the app sends; `/api/whoami` needs none but those that find the caller."""

    async def time_zone(caller: ReadCaller) -> str:
        return caller.time_zone

    app.add_api_route("/api/whoami", time_zone)
    await listening(app)
    statements: list[str] = []

    def sent(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", sent)
    yield statements
    event.remove(Engine, "before_cursor_execute", sent)


async def test_a_caller_who_was_here_lately_costs_no_query(sign_up: SignUp, whoami: list[str]) -> None:
    ada = await sign_up()
    assert (await ada.get("/api/whoami")).json() == "Europe/Berlin"
    whoami.clear()
    await ada.get("/api/whoami")
    assert whoami == []


async def test_a_changed_preference_counts_at_once(sign_up: SignUp, whoami: list[str]) -> None:
    ada = await sign_up()
    assert (await ada.get("/api/whoami")).json() == "Europe/Berlin"
    await ada.patch("/api/me", json={"time_zone": "Asia/Tokyo"})
    assert (await ada.get("/api/whoami")).json() == "Asia/Tokyo"


async def test_nothing_is_remembered_while_notices_may_be_missed(
    sign_up: SignUp, whoami: list[str], app: FastAPI
) -> None:
    ada = await sign_up()
    app.state.services.notices.reliable = False
    for _ in range(2):
        whoami.clear()
        assert (await ada.get("/api/whoami")).status_code == 200
        assert len(whoami) == 1
