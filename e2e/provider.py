"""The stand-in for the provider of a model, beside an application that asks it."""

import json
import subprocess
import sys
import urllib.request
from typing import Any, Self

from dev.application import HOST, free_port
from dev.environment import ROOT

MODEL = "command-a-03-2025"
_KEY = "standin-key"


class Provider:
    """As a context manager it runs the stand-in; each question takes the next of the steps that it was told."""

    def __init__(self) -> None:
        self._port = free_port()

    @property
    def settings(self) -> dict[str, str]:
        """What the application needs to ask it."""
        url = f"http://{HOST}:{self._port}/compatibility/v1"
        return {"LLM_BASE_URL": url, "LLM_API_KEY": _KEY, "LLM_MODEL": MODEL}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "standin", "--port", str(self._port)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self._process.stdout.readline()  # it says where it is
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()

    def then(self, *steps: dict[str, Any]) -> None:
        """Steps as `standin.notation` has them, for the next questions."""
        self._control("POST", {"steps": list(steps)})

    def forget(self) -> None:
        """Drop the steps that are left, and the questions that were asked."""
        self._control("DELETE")

    @property
    def asked(self) -> int:
        """How many questions there were."""
        return len(self._control("GET")["requests"])

    def _control(self, method: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        request = urllib.request.Request(
            f"http://{HOST}:{self._port}/control",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {_KEY}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            state: dict[str, Any] = json.load(answer)
        return state
