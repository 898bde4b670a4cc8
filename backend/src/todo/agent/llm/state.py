"""How the model does, as the newest try tells; for `/ready` and the settings. A failing model makes nobody unready."""

from collections.abc import Callable
from typing import Literal

from todo.agent.llm.failures import Failure
from todo.agent.llm.provider import Provider

Status = Literal["unchecked", "answering", "failing"]
ANSWERED = "answered"


class ModelState:
    """`count` is told how each try ended: "answered", or the code of a failure."""

    def __init__(self, provider: Provider, count: Callable[[str], None]) -> None:
        self.provider = provider
        self.status: Status = "unchecked"
        self.detail = ""
        self._count = count

    def answered(self) -> None:
        self.status, self.detail = "answering", ""
        self._count(ANSWERED)

    def failed(self, failure: Failure) -> None:
        """The model cannot be reached, or not be used."""
        self.status, self.detail = "failing", failure.hint
        self._count(failure.code)

    def misbehaved(self, failure: Failure) -> None:
        """It answers, but this answer was of no use."""
        self.status, self.detail = "answering", ""
        self._count(failure.code)
