import asyncio
from typing import Any

import httpx2
import pytest
from pwdlib.hashers.argon2 import Argon2Hasher
from sqlalchemy import select

from fixtures.clients import PASSWORD, SignUp, StartApp
from todo.accounts.models import users
from todo.kit.database import Database

ADA = {"email": "ada@example.org", "password": PASSWORD}


async def test_an_unknown_e_mail_gets_the_same_answer_and_work_as_a_wrong_password(
    sign_up: SignUp, client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sign_up("ada@example.org")
    hashes: list[str] = []
    verify = Argon2Hasher.verify

    def watched(hasher: Argon2Hasher, password: str, known: str) -> bool:
        hashes.append(known.rsplit("$", 2)[0])
        return verify(hasher, password, known)

    monkeypatch.setattr(Argon2Hasher, "verify", watched)
    wrong = await client.post("/api/auth/login", json=ADA | {"password": "another horse"})
    unknown = await client.post("/api/auth/login", json=ADA | {"email": "eve@example.org"})
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() | {"request_id": ""} == unknown.json() | {"request_id": ""}
    assert wrong.json()["code"] == "wrong_credentials"
    assert {*wrong.headers} == {*unknown.headers}
    assert hashes == ["$argon2id$v=19$m=9216,t=4,p=1"] * 2


async def test_two_sign_ups_with_one_e_mail_at_once_make_one_account(start_app: StartApp, connect: Any) -> None:
    apps = [await start_app(), await start_app()]
    spellings = ("ada@example.org", "ADA@example.org", " ada@EXAMPLE.org")
    answers = await asyncio.gather(
        *(
            connect(apps[number % 2]).post("/api/auth/register", json=ADA | {"email": email})
            for number, email in enumerate(spellings)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    assert {answer.json().get("code") for answer in answers} == {None, "account_exists"}


async def test_a_browser_with_a_strange_zone_can_sign_up(sign_up: SignUp) -> None:
    ada = await sign_up(time_zone="Mars/Olympus", locale="en-US@posix")
    me = (await ada.get("/api/me")).json()
    assert (me["time_zone"], me["locale"]) == ("UTC", "en")


async def test_a_password_easily_guessed_is_refused(client: httpx2.AsyncClient) -> None:
    for password in ("password123", "ada@example.org"):
        answer = await client.post("/api/auth/register", json=ADA | {"password": password})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["field"] == "password"


async def test_preferences_change_what_is_sent_and_nothing_else(sign_up: SignUp) -> None:
    ada = await sign_up(name="Ada", locale="en")
    changed = await ada.patch("/api/me", json={"time_zone": "Asia/Tokyo"})
    assert (changed.json()["time_zone"], changed.json()["name"]) == ("Asia/Tokyo", "Ada")
    assert (await ada.patch("/api/me", json={"name": None})).json()["name"] is None
    assert (await ada.patch("/api/me", json={"name": " \t "})).json()["name"] is None
    assert (await ada.patch("/api/me", json={})).json() == (await ada.get("/api/me")).json()
    for strange in ({"time_zone": "Mars/Olympus"}, {"locale": "C"}, {"time_zone": None}, {"name": "x" * 101}):
        assert (await ada.patch("/api/me", json=strange)).status_code == 422


async def test_a_new_password_replaces_the_old_one_and_ends_other_sessions(
    sign_up: SignUp, client: httpx2.AsyncClient
) -> None:
    ada = await sign_up("ada@example.org")
    await client.post("/api/auth/login", json=ADA)
    assert (await client.get("/api/me")).status_code == 200
    change = {"current_password": PASSWORD, "new_password": "four random words"}
    wrong = await ada.post("/api/me/password", json=change | {"current_password": "another horse"})
    assert wrong.json()["code"] == "wrong_credentials"
    guessed = await ada.post("/api/me/password", json=change | {"new_password": "password1"})
    assert guessed.json()["errors"][0]["field"] == "new_password"
    assert (await client.get("/api/me")).status_code == 200
    assert (await ada.post("/api/me/password", json=change)).status_code == 204
    assert (await ada.get("/api/me")).status_code == 200
    assert (await client.get("/api/me")).status_code == 401
    assert (await client.post("/api/auth/login", json=ADA)).status_code == 401
    assert (await client.post("/api/auth/login", json=ADA | {"password": "four random words"})).status_code == 200


async def test_signing_in_renews_a_hash_of_weaker_parameters(
    sign_up: SignUp, client: httpx2.AsyncClient, database: Database
) -> None:
    await sign_up("ada@example.org")
    async with database.write() as transaction:
        await transaction.execute(users.update().values(password_hash=Argon2Hasher(1, 8_192, 1).hash(PASSWORD)))
    for _ in range(2):
        assert (await client.post("/api/auth/login", json=ADA)).status_code == 200
    async with database.read() as connection:
        assert "m=9216,t=4,p=1" in (await connection.execute(select(users.c.password_hash))).scalar_one()


async def test_a_password_changed_while_signing_in_keeps_the_old_one_out(
    sign_up: SignUp, client: httpx2.AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sign_up("ada@example.org")
    renewed = Argon2Hasher(4, 9_216, 1).hash("four random words")
    loop, verify = asyncio.get_running_loop(), Argon2Hasher.verify

    async def change() -> None:
        async with database.write() as transaction:
            await transaction.execute(users.update().values(password_hash=renewed))

    def slow(hasher: Argon2Hasher, password: str, known: str) -> bool:
        asyncio.run_coroutine_threadsafe(change(), loop).result()
        return verify(hasher, password, known)

    monkeypatch.setattr(Argon2Hasher, "verify", slow)
    assert (await client.post("/api/auth/login", json=ADA)).status_code == 401
