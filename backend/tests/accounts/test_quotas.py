from typing import Any

import pytest
from sqlalchemy import select
from starlette.requests import Request

from fixtures.clients import PASSWORD, SettableClock, SignUp, StartApp
from todo.accounts import quotas
from todo.accounts.quotas import client_address
from todo.kit.database import Database
from todo.kit.limits import Limit, rate_limits

WRONG = {"email": "ada@example.org", "password": "another horse"}


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "LOGIN_BY_EMAIL", Limit("login-email", 3, 900))
    monkeypatch.setattr(quotas, "LOGIN_BY_ADDRESS", Limit("login-address", 5, 900))
    monkeypatch.setattr(quotas, "REGISTER_BY_ADDRESS", Limit("register-address", 2, 3600))
    monkeypatch.setattr(quotas, "PASSWORD_BY_USER", Limit("password-user", 2, 900))


async def test_tries_on_one_e_mail_count_together_across_replicas_and_restarts(
    start_app: StartApp, connect: Any, clock: SettableClock
) -> None:
    statuses = []
    for number in range(4):
        replica = await start_app(rate_limits="on")  # which is what a restart is, too
        answer = await connect(replica, address=f"198.51.100.{number}").post("/api/auth/login", json=WRONG)
        statuses.append(answer.status_code)
    assert statuses == [401, 401, 401, 429]
    assert answer.json()["code"] == "rate_limited"
    assert answer.headers["retry-after"] == str(answer.json()["retry_after"]) == "300"
    clock.advance(seconds=300)
    assert (await connect(replica).post("/api/auth/login", json=WRONG)).status_code == 401


async def test_the_right_password_does_not_help_past_the_limit(
    start_app: StartApp, connect: Any, sign_up: SignUp
) -> None:
    app = await start_app(rate_limits="on")
    await sign_up("ada@example.org", app=app)
    client = connect(app, address="198.51.100.1")
    for _ in range(3):
        await client.post("/api/auth/login", json=WRONG)
    assert (await client.post("/api/auth/login", json=WRONG | {"password": PASSWORD})).status_code == 429


async def test_tries_from_one_address_count_together(start_app: StartApp, connect: Any) -> None:
    client = connect(await start_app(rate_limits="on"))
    answers = [
        await client.post("/api/auth/login", json=WRONG | {"email": f"ada{number}@example.org"}) for number in range(6)
    ]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    # A proxy that nobody trusts cannot give it another address.
    forged = {"X-Forwarded-For": "203.0.113.1"}
    assert (await client.post("/api/auth/login", json=WRONG, headers=forged)).status_code == 429


async def test_accounts_made_from_one_address_are_counted(start_app: StartApp, connect: Any) -> None:
    client = connect(await start_app(rate_limits="on"), headers={"Origin": "http://todo.test"})
    statuses = []
    for number in range(3):
        client.cookies.clear()
        body = {"email": f"ada{number}@example.org", "password": PASSWORD}
        statuses.append((await client.post("/api/auth/register", json=body)).status_code)
    assert statuses == [201, 201, 429]


async def test_a_stolen_session_cannot_try_passwords_for_long(start_app: StartApp, sign_up: SignUp) -> None:
    ada = await sign_up(app=await start_app(rate_limits="on"))
    change = {"current_password": "another horse", "new_password": "four random words"}
    assert (await ada.post("/api/me/password", json=change)).status_code == 401
    assert (await ada.request("DELETE", "/api/me", json={"password": "another horse"})).status_code == 401
    assert (await ada.post("/api/me/password", json=change | {"current_password": PASSWORD})).status_code == 429
    assert (await ada.get("/api/me")).status_code == 200


async def test_no_e_mail_address_stays_behind(start_app: StartApp, connect: Any, database: Database) -> None:
    await connect(await start_app(rate_limits="on")).post("/api/auth/login", json=WRONG)
    async with database.read() as connection:
        keys = (await connection.execute(select(rate_limits.c.key))).scalars().all()
    assert len(keys) == 2
    assert "ada" not in str(keys)


@pytest.mark.parametrize(
    ("host", "counted_as"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("/run/todo.sock", "/run/todo.sock"),
    ],
)
def test_whose_tries_count_together(host: str, counted_as: str) -> None:
    assert client_address(Request({"type": "http", "client": (host, 1), "headers": []})) == counted_as
