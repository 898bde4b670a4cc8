from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from fixtures.clients import SignUp

REGISTRATION = {"email": "ada@example.org", "password": "correct horse battery"}


def problem(answer: httpx2.Response, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["code"] == code
    assert body["status"] == status
    assert body["detail"].endswith((".", "”"))
    assert body["request_id"] == answer.headers["x-request-id"]
    return body


async def test_an_address_that_leads_nowhere(client: httpx2.AsyncClient) -> None:
    problem(await client.get("/api/nothing"), 404, "not_found")


async def test_a_method_that_is_not_taken_names_those_that_are(client: httpx2.AsyncClient) -> None:
    for path, allowed in (
        ("/api/me", "DELETE, GET, PATCH"),
        ("/api/tokens/01936f3e-0000-7000-8000-000000000000", "DELETE"),
    ):
        answer = await client.put(path)
        problem(answer, 405, "method_not_allowed")
        assert answer.headers["allow"] == allowed


async def test_each_field_is_told_in_words(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/auth/register", json={"email": "nobody", "password": "short", "name": 7})
    assert problem(answer, 422, "invalid_request")["errors"] == [
        {"field": "email", "message": "This is no e-mail address, such as ada@example.org."},
        {"field": "password", "message": "Give at least 8 characters."},
        {"field": "name", "message": "Give text."},
    ]


async def test_a_password_is_never_echoed(client: httpx2.AsyncClient) -> None:
    for body in ({"password": "hunter2"}, {"email": "ada@example.org", "password": ["hunter2"]}, "hunter2"):
        assert "hunter2" not in (await client.post("/api/auth/register", json=body)).text


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b'{"email": "\xed\xa0\x80"}',
        b"[" * 100_000,
        b"9" * 5_000,
        b"null",
        b"[]",
        b"",
        b'"text"',
    ],
    ids=["cut off", "no UTF-8", "surrogate in UTF-8", "deep", "huge number", "null", "list", "empty", "text"],
)
async def test_a_body_that_is_no_registration(client: httpx2.AsyncClient, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    problem(await client.post("/api/auth/register", content=body, headers=headers), 422, "invalid_request")


async def test_a_form_is_asked_for_as_json(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/auth/login", data=REGISTRATION)
    assert "application/json" in problem(answer, 422, "invalid_request")["detail"]


async def test_half_a_character_and_nul(client: httpx2.AsyncClient, sign_up: SignUp) -> None:
    ada = await sign_up()
    headers = {"Content-Type": "application/json"}
    for text in (rb"\ud800", rb"\u0000"):
        body = b'{"name": "a' + text + b'"}'
        answer = await ada.patch("/api/me", content=body, headers=headers)
        assert problem(answer, 422, "invalid_request")["errors"][0]["field"] == "name"
        login = b'{"email": "a' + text + b'@example.org", "password": "x' + text + b'"}'
        answer = await client.post("/api/auth/login", content=login, headers=headers)
        problem(answer, 422, "invalid_request")


async def test_an_id_that_is_none(sign_up: SignUp) -> None:
    ada = await sign_up()
    answer = await ada.delete("/api/sessions/42")
    assert problem(answer, 422, "invalid_request")["errors"] == [{"field": "session_id", "message": "This is no id."}]


async def test_our_own_mistake_says_nothing_of_its_cause(
    app: FastAPI, connect: Callable[..., httpx2.AsyncClient]
) -> None:
    async def fail() -> None:
        raise ZeroDivisionError("a detail of ours")

    app.add_api_route("/api/fail", fail)
    answer = await connect().get("/api/fail")
    assert "a detail of ours" not in str(problem(answer, 500, "internal"))
