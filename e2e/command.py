"""`python -m dev run` as somebody at a terminal has it: its output, its signals, its processes."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import psutil

_STOP_SECONDS = 30


class RunCommand:
    """As a context manager it starts the command, and ends whatever it left."""

    def __init__(self, folder: Path, data: Path, port: int | None = None, **environment: str) -> None:
        self._folder = folder
        self._output = data.with_suffix(".log")
        self._environment = {**os.environ, **environment, "DATA_DIR": str(data)}
        self._environment.pop("PORT", None)
        if port is not None:
            self._environment["PORT"] = str(port)

    def __enter__(self) -> Self:
        with self._output.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "dev", "run"],
                cwd=self._folder,
                env=self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        left = [*self.servers(), self._process] if self._process.poll() is None else []
        for process in left:
            process.kill()
        self._process.wait()

    @property
    def output(self) -> str:
        return self._output.read_text()

    def wait_open(self, seconds: float = 60) -> tuple[str, float]:
        """The address that it prints once the app is open, and after how many seconds it did."""
        while time.monotonic() < self._started + seconds and self._process.poll() is None:
            if found := re.search(r"The app is open at (\S+)", self.output):
                return found[1], time.monotonic() - self._started
            time.sleep(0.05)
        raise AssertionError(f"The app did not open. The command said:\n{self.output}")

    def wait_said(self, words: str, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while words not in self.output:
            assert time.monotonic() < deadline, self.output
            time.sleep(0.05)

    def servers(self) -> list[psutil.Process]:
        """The processes that it started."""
        found: list[psutil.Process] = psutil.Process(self._process.pid).children(recursive=True)
        return found

    def backend(self) -> psutil.Process:
        return next(process for process in self.servers() if "serve" in process.cmdline())

    def end(self, by: signal.Signals) -> int:
        """Send a signal to the command alone; returns its exit status."""
        self._process.send_signal(by)
        return self.wait_end()

    def wait_end(self) -> int:
        return self._process.wait(_STOP_SECONDS)
