"""Both images on one network, as a cluster runs them: the front end published, the backend behind it."""

from contextlib import ExitStack
from typing import Self
from uuid import uuid4

import httpx2

from dev.images import BACKEND, FRONTEND
from docker.tests.container import Container

# The front end is a proxy that the backend has to believe; container networks are given private addresses.
_PROXIES = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16"
_ANY_PORT = "127.0.0.1::"


class Deployment:
    """Starts with a migration, as a deployment does. `database` is options of `docker run`."""

    def __init__(self, network: str, secret: str, database: tuple[str, ...]) -> None:
        self._stack = ExitStack()
        self._network = network
        self._settings = ("--env", f"JWT_SECRET={secret}", *database)
        with Container(BACKEND.name, *self._settings, command=("migrate",)) as migration:
            status, said = migration.wait(), migration.logs()
        assert status == 0, said

    def __enter__(self) -> Self:
        self.backend = self.start_backend()
        self.frontend = self._start(FRONTEND.name, f"{_ANY_PORT}3000", "--env", "API_URL=http://backend-service:8000")
        self.frontend.await_answer("/sign-in")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def start_backend(self) -> Container:
        alias = ("--network-alias", "backend-service", "--env", f"TRUSTED_PROXIES={_PROXIES}")
        backend = self._start(BACKEND.name, f"{_ANY_PORT}8000", *alias, *self._settings)
        backend.await_answer("/ready")
        return backend

    def person(self) -> httpx2.Client:
        """A browser of somebody who has just signed up, at the front end's address."""
        url = self.frontend.url()
        browser = httpx2.Client(base_url=url, headers={"Origin": url, "X-CSRF": "1"}, timeout=30)
        self._stack.callback(browser.close)
        body = {
            "email": f"{uuid4().hex}@example.com",
            "password": "correct horse battery",
            "time_zone": "Europe/Berlin",
        }
        answer = browser.post("/api/auth/register", json=body)
        assert answer.status_code == 201, answer.text
        return browser

    def _start(self, image: str, publish: str, *options: str) -> Container:
        return self._stack.enter_context(Container(image, "--network", self._network, "--publish", publish, *options))
