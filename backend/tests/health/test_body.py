from collections.abc import AsyncIterator, Awaitable, Callable

import httpx2
import pytest
from fastapi import FastAPI

TWENTY_MEGABYTES = 20_000_000


async def chunks(size: int) -> AsyncIterator[bytes]:
    """Sent without a Content-Length, chunk by chunk."""
    for _ in range(size // 10_000):
        yield b" " * 10_000


@pytest.fixture
async def remote(app: FastAPI, serve: Callable[[FastAPI], Awaitable[str]]) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(base_url=await serve(app), headers={"Content-Type": "application/json"}) as client:
        yield client


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in chunks"])
async def test_twenty_megabytes_are_too_many(remote: httpx2.AsyncClient, announced: bool) -> None:
    content = b" " * TWENTY_MEGABYTES if announced else chunks(TWENTY_MEGABYTES)
    answer = await remote.post("/api/auth/login", content=content)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "body_too_large"
    assert answer.headers["x-request-id"] == answer.json()["request_id"]
    assert (await remote.get("/health")).status_code == 200


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "in chunks"])
async def test_up_to_the_limit_is_read(remote: httpx2.AsyncClient, announced: bool) -> None:
    content = b" " * 1_000_000 if announced else chunks(1_000_000)
    assert (await remote.post("/api/auth/login", content=content)).status_code == 422


async def test_a_length_that_is_no_number_is_refused(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/api/auth/login", content=b"{}", headers={"Content-Length": "-1"})
    assert answer.status_code == 413
