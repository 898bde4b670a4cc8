"""The wire itself, and who is let in."""

import json
import ssl

import httpx2
import pytest

from standin import Standin
from standin.tests.asking import HELLO


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({}, "no api key supplied"),
        ({"authorization": "Bearer another"}, "invalid api token"),
        ({"authorization": "Basic standin-key"}, "invalid api token"),
    ],
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/compatibility/v1/chat/completions"), ("GET", "/compatibility/v1/models"), ("GET", "/control")],
)
async def test_it_asks_for_its_key(standin: Standin, headers: dict[str, str], why: str, method: str, path: str) -> None:
    async with httpx2.AsyncClient(base_url=standin.origin, headers=headers) as raw:
        answer = await raw.request(method, path)
    assert answer.status_code == 401
    assert answer.json()["message"] == why
    assert standin.requests == []


@pytest.mark.parametrize(
    ("content", "kind", "why"),
    [(b'{"model":', "application/json", "the body is no JSON"), (b"{}", "text/plain", "the content type must be")],
)
async def test_it_takes_json_alone(standin: Standin, content: bytes, kind: str, why: str) -> None:
    headers = {"authorization": f"Bearer {standin.key}", "content-type": kind}
    async with httpx2.AsyncClient(base_url=standin.base_url, headers=headers) as raw:
        answer = await raw.post("/chat/completions", content=content)
    assert answer.status_code == 400
    assert why in answer.json()["message"]


async def test_a_stream_is_of_server_sent_events(standin: Standin) -> None:
    standin.say("Hello there")
    headers = {"authorization": f"Bearer {standin.key}"}
    async with httpx2.AsyncClient(base_url=standin.base_url, headers=headers) as raw:
        answer = await raw.post("/chat/completions", json=HELLO | {"stream": True})
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    *events, done, end = answer.text.split("\n\n")
    assert (done, end) == ("data: [DONE]", "")
    chunks = [json.loads(event.removeprefix("data: ")) for event in events]
    assert {chunk["object"] for chunk in chunks} == {"chat.completion.chunk"}
    assert chunks[0]["choices"] == [{"index": 0, "delta": {"role": "assistant", "content": ""}, "finish_reason": None}]
    assert chunks[-1]["choices"] == [{"index": 0, "delta": {}, "finish_reason": "stop"}]


async def test_its_certificate_does_not_verify() -> None:
    async with Standin(tls=True) as standin:
        headers = {"authorization": f"Bearer {standin.key}"}
        async with httpx2.AsyncClient(base_url=standin.base_url, headers=headers) as raw:
            with pytest.raises(httpx2.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
                await raw.get("/models")
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        async with httpx2.AsyncClient(base_url=standin.base_url, headers=headers, verify=trusting) as raw:
            assert (await raw.get("/models")).status_code == 200
