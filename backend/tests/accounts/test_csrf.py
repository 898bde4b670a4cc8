from typing import Any

import pytest
from starlette.requests import Request

from fixtures.clients import PASSWORD, SignUp
from todo.accounts import csrf
from todo.errors import CrossSite

TRUSTED = frozenset(("https://app.example.org",))


def request(scheme: str = "http", host: str = "todo.test", **headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "scheme": scheme, "headers": [(b"host", host.encode()), *named]})


@pytest.mark.parametrize(
    "ours",
    [
        request(),
        request(sec_fetch_site="same-origin"),
        request(sec_fetch_site="none"),
        request(origin="http://todo.test", sec_fetch_site="same-origin"),
        request(origin="https://todo.test"),
        request(host="todo.test:3000", origin="http://todo.test:3000"),
        request("https", origin="https://TODO.test"),
        request(origin="https://app.example.org", sec_fetch_site="cross-site"),
    ],
    ids=repr,
)
def test_ours(ours: Request) -> None:
    csrf.check_origin(ours, TRUSTED)


@pytest.mark.parametrize(
    "foreign",
    [
        request(origin="http://evil.test"),
        request(origin="http://todo.test.evil.test"),
        request(origin="http://todo.test:8080"),
        request(origin="null"),
        request(origin=""),
        request(origin="file://todo.test"),
        request("https", origin="http://todo.test"),
        request(origin="http://app.example.org"),
        request(sec_fetch_site="cross-site"),
        request(origin="http://todo.test", sec_fetch_site="cross-site"),
    ],
    ids=repr,
)
def test_foreign(foreign: Request) -> None:
    with pytest.raises(CrossSite):
        csrf.check_origin(foreign, TRUSTED)


OURS = {"X-CSRF": "1", "Origin": "http://todo.test", "Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("PATCH", OURS, 200),
        ("PATCH", {"X-CSRF": "1"}, 200),
        ("PATCH", {}, 403),
        ("PATCH", {"Origin": "http://todo.test"}, 403),
        ("PATCH", OURS | {"Origin": "http://evil.test"}, 403),
        ("PATCH", OURS | {"Sec-Fetch-Site": "cross-site"}, 403),
        ("GET", {}, 200),
        ("GET", {"Origin": "http://evil.test", "Sec-Fetch-Site": "cross-site"}, 200),
    ],
)
async def test_a_change_by_cookie(sign_up: SignUp, method: str, headers: dict[str, str], status: int) -> None:
    ada = await sign_up()
    del ada.headers["X-CSRF"]
    answer = await ada.request(method, "/api/me", headers=headers, json={} if method == "PATCH" else None)
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "csrf"


async def test_a_bearer_token_needs_none_of_it(sign_up: SignUp, connect: Any) -> None:
    ada = await sign_up()
    grant = (await ada.post("/api/auth/login", json={"email": "ada@example.org", "password": PASSWORD})).json()
    program = connect(headers={"Authorization": f"Bearer {grant['access_token']}", "Origin": "http://evil.test"})
    assert (await program.patch("/api/me", json={"name": "Ada"})).status_code == 200


async def test_the_ways_in_need_an_origin_of_ours_and_with_a_cookie_the_header(sign_up: SignUp, connect: Any) -> None:
    ada = await sign_up()
    body = {"email": "ada@example.org", "password": PASSWORD}
    stranger = connect(headers={})
    assert (await stranger.post("/api/auth/login", json=body)).status_code == 200
    stranger.cookies.clear()
    foreign = {"Origin": "http://evil.test"}
    for path in ("/api/auth/login", "/api/auth/register", "/api/auth/logout"):
        assert (await stranger.post(path, json=body, headers=foreign)).json()["code"] == "csrf", path
    del ada.headers["X-CSRF"]
    assert (await ada.post("/api/auth/login", json=body)).status_code == 403
    assert (await ada.post("/api/auth/logout")).status_code == 403


async def test_a_page_elsewhere_cannot_sign_anybody_out(sign_up: SignUp, connect: Any) -> None:
    # SameSite=Lax keeps the cookie from such a request, but a browser would still obey a Set-Cookie in the answer.
    answer = await connect(headers={}).post("/api/auth/logout", headers={"Origin": "http://evil.test"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
