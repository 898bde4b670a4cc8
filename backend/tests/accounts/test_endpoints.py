import httpx2

from fixtures.clients import PASSWORD, SignUp


async def test_nobody_has_no_account(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/api/me")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["code"] == "unauthenticated"


async def test_signing_up_signs_in(sign_up: SignUp) -> None:
    ada = await sign_up("  Ada@Example.ORG ", name=" Ada ", locale="en-gb")
    me = (await ada.get("/api/me")).json()
    assert {key: me[key] for key in ("email", "name", "time_zone", "locale")} == {
        "email": "ada@example.org",
        "name": "Ada",
        "time_zone": "Europe/Berlin",
        "locale": "en-GB",
    }


async def test_out_and_in_again(sign_up: SignUp) -> None:
    ada = await sign_up("ada@example.org")
    cookie = ada.cookies["session"]
    assert (await ada.post("/api/auth/logout")).status_code == 204
    assert "session" not in ada.cookies
    assert (await ada.get("/api/me", headers={"Cookie": f"session={cookie}"})).status_code == 401
    grant = await ada.post("/api/auth/login", json={"email": "ADA@example.org", "password": PASSWORD})
    assert grant.status_code == 200
    assert (await ada.get("/api/me")).json() == grant.json()["user"]
