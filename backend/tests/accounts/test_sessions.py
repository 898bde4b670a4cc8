from typing import Any

import httpx2

from fixtures.clients import BASE_URL, PASSWORD, SettableClock, SignUp

LOGIN = {"email": "ada@example.org", "password": PASSWORD}


async def test_where_one_is_signed_in(sign_up: SignUp, connect: Any, clock: SettableClock) -> None:
    ada = await sign_up()
    clock.advance(minutes=5)
    phone = connect(headers={"X-CSRF": "1", "User-Agent": "A phone"})
    await phone.post("/api/auth/login", json=LOGIN)
    first, second = (await ada.get("/api/sessions")).json()["items"]
    assert (first["user_agent"], first["current"], second["current"]) == ("A phone", False, True)
    assert (first["created_at"], first["expires_at"]) == ("2026-11-23T09:05:00Z", "2026-12-23T09:05:00Z")
    assert set(first) == {"id", "created_at", "last_seen_at", "expires_at", "user_agent", "current"}

    assert (await ada.delete(f"/api/sessions/{first['id']}")).status_code == 204
    assert (await phone.get("/api/me")).status_code == 401
    assert (await ada.delete(f"/api/sessions/{first['id']}")).status_code == 404
    assert [session["id"] for session in (await ada.get("/api/sessions")).json()["items"]] == [second["id"]]


async def test_everywhere_but_here(sign_up: SignUp, connect: Any) -> None:
    ada = await sign_up()
    others = [connect() for _ in range(3)]
    for other in others:
        await other.post("/api/auth/login", json=LOGIN)
        assert (await other.get("/api/me")).status_code == 200
    assert (await ada.delete("/api/sessions")).status_code == 204
    assert [(await other.get("/api/me")).status_code for other in others] == [401] * 3
    assert (await ada.get("/api/me")).status_code == 200


async def test_another_persons_session_does_not_exist(sign_up: SignUp) -> None:
    ada, eve = await sign_up("ada@example.org"), await sign_up("eve@example.org")
    (session,) = (await ada.get("/api/sessions")).json()["items"]
    assert (await eve.delete(f"/api/sessions/{session['id']}")).status_code == 404
    assert (await eve.delete("/api/sessions")).status_code == 204
    assert (await ada.get("/api/me")).status_code == 200
    assert len((await eve.get("/api/sessions")).json()["items"]) == 1


async def test_the_cookie_is_kept_from_scripts_and_other_sites(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/auth/register", json=LOGIN)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("session=")
    assert {part.strip() for part in cookie.split(";")[1:]} == {"HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=lax"}


async def test_on_https_the_cookie_is_bound_to_this_host(connect: Any) -> None:
    secure = connect(base_url=BASE_URL.replace("http:", "https:"))
    cookie = (await secure.post("/api/auth/register", json=LOGIN)).headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "Domain" not in cookie
    assert (await secure.get("/api/me")).status_code == 200
    # Anybody on the same network could have set the plain one on http.
    plain = {"Cookie": f"session={secure.cookies['__Host-session']}"}
    secure.cookies.clear()
    assert (await secure.get("/api/me", headers=plain)).status_code == 401
