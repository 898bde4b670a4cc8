"""How a container starts, what it says when it cannot, and that Docker knows whether it is well."""

import time

import pytest

from dev.images import BACKEND, FRONTEND, Image
from docker.tests.container import Container

pytestmark = pytest.mark.usefixtures("images")

_HEALTH_SECONDS = 60
_TRIAL = "DATABASE_URL=sqlite:////data/todo.db"
_TABLES = (
    "import sqlite3; print(len(sqlite3.connect('/data/todo.db').execute('SELECT * FROM sqlite_master').fetchall()))"
)


@pytest.fixture
def trial(secret: str, volume: str) -> tuple[str, ...]:
    """The options of `docker run` for a backend on a new SQLite file, whose health is looked at each second."""
    settings = ("--env", _TRIAL, "--env", f"JWT_SECRET={secret}")
    return ("--volume", f"{volume}:/data", *settings, "--health-interval", "1s")


@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_a_missing_secret_is_one_line(command: str) -> None:
    assert _refusal(_TRIAL, command).startswith("todo: JWT_SECRET is not set: ")


@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_a_missing_database_is_one_line(command: str, secret: str) -> None:
    assert _refusal(f"JWT_SECRET={secret}", command).startswith("todo: DATABASE_URL is not set: ")


def test_a_weak_secret_is_one_line_without_it() -> None:
    said = _refusal("JWT_SECRET=swordfish", "serve")
    assert said.startswith("todo: JWT_SECRET is too short: ")
    assert "swordfish" not in said


def test_serving_does_not_migrate(trial: tuple[str, ...]) -> None:
    """In production that is a step of its own, so that replicas never do it at once."""
    with Container(BACKEND.name, *trial) as backend:
        _await_health(backend)
        assert backend.execute("python", "-c", _TABLES).strip() == "0"


def test_waiting_for_a_migration_ends_when_asked(trial: tuple[str, ...]) -> None:
    """The first process of a container ends at SIGTERM only if it says so itself."""
    with Container(BACKEND.name, *trial, command=("migrate", "--wait", "600")) as waiting:
        time.sleep(5)
        waiting.terminate()
        assert waiting.wait() == 143


@pytest.mark.parametrize("image", [BACKEND, FRONTEND], ids=lambda image: image.part)
def test_docker_finds_it_healthy(image: Image, trial: tuple[str, ...]) -> None:
    with Container(image.name, *trial) as container:
        _await_health(container)


def _await_health(container: Container) -> None:
    deadline = time.monotonic() + _HEALTH_SECONDS
    while (status := container.inspect()["State"]["Health"]["Status"]) != "healthy":
        assert time.monotonic() < deadline, f"{status}:\n{container.logs()}"
        time.sleep(0.5)


def _refusal(setting: str, command: str) -> str:
    """The only line that it says."""
    with Container(BACKEND.name, "--env", setting, command=(command,)) as container:
        assert container.wait() == 2
        (line,) = container.logs().splitlines()
        return line
