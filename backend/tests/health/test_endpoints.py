import asyncio
from collections.abc import Callable

import httpx2
from fastapi import FastAPI

from fixtures.clients import BASE_URL, SECRET, SignUp, running
from todo.main import create_app
from todo.settings import Settings


async def test_health_says_that_the_process_runs(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/health")
    assert answer.status_code == 200
    assert answer.json() == {"status": "healthy", "version": "0.1.0", "timestamp": "2026-11-23T09:00:00Z"}


async def test_ready_when_the_database_answers(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/ready")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ready",
        "database": "connected",
        "version": "0.1.0",
        "timestamp": "2026-11-23T09:00:00Z",
    }


async def test_alive_but_not_ready_without_a_database() -> None:
    settings = Settings(database_url="postgresql://nobody@127.0.0.1:1/none", jwt_secret=SECRET)  # type: ignore[arg-type]
    app = create_app(settings)
    transport = httpx2.ASGITransport(app)
    async with running(app), httpx2.AsyncClient(transport=transport, base_url=BASE_URL) as client:
        answer = await client.get("/ready")
        assert answer.status_code == 503
        assert (answer.json()["status"], answer.json()["database"]) == ("not_ready", "disconnected")
        assert (await client.get("/health")).status_code == 200


async def test_metrics_count_by_template_and_group_what_is_unknown(sign_up: SignUp) -> None:
    ada = await sign_up()
    await ada.delete("/api/sessions/01936f3e-0000-7000-8000-000000000000")
    await ada.get("/api/nothing")
    await ada.get("/wp-login.php")
    figures = (await ada.get("/metrics")).text
    assert 'http_requests_total{method="DELETE",route="/api/sessions/{session_id}",status="404"} 1.0' in figures
    assert 'http_requests_total{method="GET",route="unmatched",status="404"} 2.0' in figures
    assert 'http_request_duration_seconds_count{method="POST",route="/api/auth/register"} 1.0' in figures
    assert "process_resident_memory_bytes" in figures


async def test_two_apps_in_a_process_count_apart(
    app: FastAPI, start_app: Callable[..., asyncio.Future[FastAPI]], connect: Callable[..., httpx2.AsyncClient]
) -> None:
    other = await start_app()
    await connect(other).get("/health")
    assert 'route="/health"' not in (await connect(app).get("/metrics")).text
