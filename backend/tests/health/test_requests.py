import re
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx2
import pytest
from fastapi import FastAPI
from starlette.responses import StreamingResponse
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from fixtures.clients import PASSWORD, SignUp


async def test_a_sane_request_id_is_kept_and_any_other_replaced(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/health", headers={"X-Request-ID": "from-the-proxy.1"})
    assert answer.headers["x-request-id"] == "from-the-proxy.1"
    for strange in ("short", "x" * 65, "two words here", 'quote"and{brace}'):
        answer = await client.get("/health", headers={"X-Request-ID": strange})
        assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"])


async def test_answers_are_not_sniffed_framed_or_stored(client: httpx2.AsyncClient) -> None:
    headers = (await client.get("/api/me")).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers.get_list("cache-control") == ["no-store"]


async def test_a_line_per_request_names_route_person_and_outcome(sign_up: SignUp) -> None:
    ada = await sign_up()
    me = (await ada.get("/api/me")).json()
    with capture_logs(processors=[merge_contextvars]) as lines:
        await ada.delete("/api/sessions/01936f3e-0000-7000-8000-000000000000?secret=hunter2")
    line = next(line for line in lines if line["event"] == "request")
    assert (line["method"], line["route"], line["status"]) == ("DELETE", "/api/sessions/{session_id}", 404)
    assert line["user_id"] == me["id"]
    assert line["ms"] > 0
    assert "hunter2" not in str(lines)


async def test_the_next_request_is_not_taken_for_the_same_person(sign_up: SignUp, client: httpx2.AsyncClient) -> None:
    ada = await sign_up()
    await ada.get("/api/me")
    with capture_logs(processors=[merge_contextvars]) as lines:
        await client.get("/api/me")
    assert "user_id" not in lines[-1]


async def test_signing_in_leaves_nothing_secret_in_the_log(sign_up: SignUp) -> None:
    with capture_logs(processors=[merge_contextvars]) as lines:
        ada = await sign_up("ada@example.org")
        token = (await ada.post("/api/auth/login", json={"email": "ada@example.org", "password": PASSWORD})).json()
        await ada.post("/api/auth/login", json={"email": "ada@example.org", "password": PASSWORD + "?"})
    registered, right, wrong = (line for line in lines if line["event"] == "request")
    assert registered["user_id"] == right["user_id"] == token["user"]["id"]
    assert "user_id" not in wrong
    for secret in (PASSWORD, token["access_token"], ada.cookies["session"], "ada@example.org"):
        assert secret not in str(lines)


async def test_a_mistake_of_ours_is_logged_with_its_traceback(
    app: FastAPI, connect: Callable[..., httpx2.AsyncClient]
) -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    app.add_api_route("/api/fail", fail)
    with capture_logs(processors=[merge_contextvars]) as lines:
        answer = await connect().get("/api/fail")
    failed = next(line for line in lines if line["event"] == "request_failed")
    assert failed["exc_info"]
    assert failed["request_id"] == answer.json()["request_id"]


async def test_an_answer_that_breaks_off_is_logged_and_seen_to_be_broken(
    app: FastAPI, serve: Callable[[FastAPI], Awaitable[str]]
) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"so far"
        raise ZeroDivisionError

    async def stream() -> StreamingResponse:
        return StreamingResponse(broken())

    app.add_api_route("/api/stream", stream)
    async with httpx2.AsyncClient(base_url=await serve(app)) as client:
        with capture_logs() as lines, pytest.raises(httpx2.RemoteProtocolError):
            await client.get("/api/stream")
    assert [line["event"] for line in lines] == ["request_failed", "request"]
    assert lines[-1]["status"] == 200
