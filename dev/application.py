"""The whole app on this machine: the backend and the front end, started and stopped together."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from dev.environment import BIN, ROOT
from dev.prerequisites import Missing

HOST = "127.0.0.1"
_START_SECONDS = 60
_STOP_SECONDS = 10
_CHECK_SECONDS = 5


class Application:
    """Two processes and their logs. As a context manager it ends both, whichever way the block ends."""

    def __init__(self, server: Path, port: int, data: Path, **environment: str) -> None:
        self.url = f"http://localhost:{port}"
        self.data = data
        self.backend_url = f"http://{HOST}:{free_port()}"
        self._server = server
        self._port = port
        self._environment = environment
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Both processes, until both answer. Raises Missing when one of them ends instead."""
        self.start_backend()
        frontend = {"PORT": str(self._port), "HOSTNAME": HOST, "API_URL": self.backend_url, "NODE_ENV": "production"}
        self._spawn("frontend", ["node", str(self._server)], frontend)
        self._await("backend", f"{self.backend_url}/ready")
        self._await("frontend", f"http://{HOST}:{self._port}/sign-in")

    def start_backend(self) -> None:
        port = self.backend_url.rpartition(":")[2]
        self._spawn("backend", [str(BIN / "todo"), "serve"], {"PORT": port, "HOST": HOST, "DATA_DIR": str(self.data)})

    def restart_backend(self) -> None:
        """End the backend and start it again, on the same data."""
        self._end(self._processes.pop("backend"))
        self.start_backend()
        self._await("backend", f"{self.backend_url}/ready")

    def stop(self) -> None:
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            self._end(process)
        self._processes.clear()

    def watch(self) -> None:
        """Return never, until one of the processes ends: then raise Missing with what it said last."""
        while True:
            for name in self._processes:
                self._fail_if_ended(name)
            time.sleep(0.5)

    def tell_model(self) -> str:
        """Who answers in the chat, and what is wrong when the model does not; waits for that a little."""
        deadline, model = time.monotonic() + _CHECK_SECONDS, {"status": "unchecked"}
        while time.monotonic() < deadline and model["status"] == "unchecked":
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.backend_url}/ready", timeout=2) as answer:
                model = json.load(answer).get("model")
            if not model:
                return "The built-in rules answer in the chat; COHERE_API_KEY=… brings a model."
            time.sleep(0.1)
        match model["status"]:
            case "answering":
                return f"The model {model['name']} answers in the chat, beside the built-in rules."
            case "failing":
                return f"The model {model['name']} does not answer: {model['detail']}. The built-in rules do."
        return "The model has not answered yet; the settings in the app tell when it does."

    def log(self, name: str) -> Path:
        return self.data / "logs" / f"{name}.log"

    def _spawn(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        self.log(name).parent.mkdir(parents=True, exist_ok=True)
        with self.log(name).open("wb") as log:
            # A session of its own: Ctrl-C reaches this process alone, which then ends both in order.
            self._processes[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **environment, **self._environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _await(self, name: str, url: str) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            self._fail_if_ended(name)
            with contextlib.suppress(OSError, urllib.error.URLError), urllib.request.urlopen(url, timeout=2):
                return
            time.sleep(0.05)
        raise Missing(f"The {name} did not answer within {_START_SECONDS} s.\n{self._last_words(name)}")

    def _fail_if_ended(self, name: str) -> None:
        status = self._processes[name].poll()
        if status is not None:
            raise Missing(f"The {name} ended (status {status}).\n{self._last_words(name)}")

    def _last_words(self, name: str) -> str:
        lines = self.log(name).read_text(errors="replace").splitlines()[-15:]
        return "\n".join([*lines, f"All of it is in {self.log(name)}."])

    @staticmethod
    def _end(process: "subprocess.Popen[bytes]") -> None:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def free_port(first: int = 0) -> int:
    """The first free port from `first` on; any free one for 0."""
    for port in _ports(first):
        if is_free(port):
            return port
    raise Missing("No port is free. End a program that listens, then try again.")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def _ports(first: int) -> Iterator[int]:
    if first:
        yield from range(first, first + 100)
        return
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    yield port
