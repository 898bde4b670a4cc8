"""A container, from `docker run` to `docker rm`."""

import json
import subprocess
import time
from typing import Any, Self

import httpx2

from dev.images import docker

_ANSWER_SECONDS = 30
_END_SECONDS = 60
# As a pod of the "restricted" profile runs.
CONFINED = ("--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges")


class Container:
    """Runs `image` in the background, confined. As a context manager it is removed, whichever way the block ends."""

    def __init__(self, image: str, *options: str, command: tuple[str, ...] = ()) -> None:
        self.id = docker("run", "--detach", *CONFINED, *options, image, *command).strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        docker("rm", "--force", "--volumes", self.id)

    def inspect(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(docker("inspect", self.id))[0]
        return found

    def url(self) -> str:
        """Where the port that it publishes answers on this machine."""
        ports = self.inspect()["NetworkSettings"]["Ports"]
        (published,) = [port for port in ports.values() if port]
        return f"http://127.0.0.1:{published[0]['HostPort']}"

    def await_answer(self, path: str) -> None:
        """Wait until `path` answers with 200."""
        deadline = time.monotonic() + _ANSWER_SECONDS
        url = self.url() + path
        while time.monotonic() < deadline:
            try:
                if httpx2.get(url, timeout=5).status_code == 200:
                    return
            except httpx2.TransportError:
                time.sleep(0.1)
        raise AssertionError(f"{url} did not answer with 200 within {_ANSWER_SECONDS} s:\n{self.logs()}")

    def execute(self, *command: str) -> str:
        """What a command inside prints."""
        return docker("exec", self.id, *command)

    def logs(self) -> str:
        done = subprocess.run(
            ["docker", "logs", self.id], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
        )
        return done.stdout

    def wait(self) -> int:
        """The exit status, once it has ended by itself."""
        deadline = time.monotonic() + _END_SECONDS
        while (state := self.inspect()["State"])["Running"]:
            assert time.monotonic() < deadline, f"It runs on after {_END_SECONDS} s:\n{self.logs()}"
            time.sleep(0.1)
        status: int = state["ExitCode"]
        return status

    def terminate(self) -> None:
        """SIGTERM, as an orchestrator sends it."""
        docker("kill", "--signal", "TERM", self.id)
