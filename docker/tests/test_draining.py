"""SIGTERM: what is in flight is finished, live feeds are ended, and within ten seconds it is gone, with status 0."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import httpx2
import pytest

from docker.tests.container import Container
from docker.tests.deployment import Deployment

DRAIN_SECONDS = 10
_BODY = b'{"email": "nobody@example.com", "password": "correct horse battery"}'


@pytest.fixture(params=["backend", "frontend"])
def ending(request: pytest.FixtureRequest, deployment: Deployment) -> Container:
    """The part that is asked to end, while the other one stays."""
    container: Container = getattr(deployment, request.param)
    return container


def test_a_request_in_flight_is_answered(ending: Container) -> None:
    with _half_sent(ending.url()) as connection:
        ending.terminate()
        time.sleep(1)
        connection.sendall(_BODY[10:])
        answer = connection.makefile("rb").read()
    assert answer.startswith(b"HTTP/1.1 401"), answer
    assert ending.wait() == 0


def test_new_connections_are_refused(ending: Container) -> None:
    with _half_sent(ending.url()):
        ending.terminate()
        time.sleep(1)
        with pytest.raises(httpx2.TransportError):
            httpx2.get(f"{ending.url()}/api/openapi.json", timeout=5)


def test_live_feeds_do_not_hold_it_up(deployment: Deployment, ending: Container) -> None:
    person = deployment.person()
    began = time.monotonic()
    with person.stream("GET", "/api/events") as feed:
        assert feed.status_code == 200
        ending.terminate()
        assert ending.wait() == 0
    assert time.monotonic() - began < DRAIN_SECONDS


def test_idle_connections_do_not_hold_it_up(ending: Container) -> None:
    with httpx2.Client(base_url=ending.url()) as browser:
        browser.get("/api/openapi.json")
        began = time.monotonic()
        ending.terminate()
        assert ending.wait() == 0
        assert time.monotonic() - began < DRAIN_SECONDS


@contextmanager
def _half_sent(url: str) -> Iterator[socket.socket]:
    """A connection with a sign-in on it whose body has begun."""
    address = urlsplit(url)
    assert address.hostname is not None
    head = (
        f"POST /api/auth/login HTTP/1.1\r\nHost: {address.netloc}\r\nOrigin: {url}\r\nX-CSRF: 1\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(_BODY)}\r\nConnection: close\r\n\r\n"
    )
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(head.encode() + _BODY[:10])
        time.sleep(0.5)
        yield connection
