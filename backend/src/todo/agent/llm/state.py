"""How the model does, as the newest try tells; for `/ready` and the settings. A failing model makes nobody unready."""

from dataclasses import dataclass
from typing import Literal

from todo.agent.llm.failures import Failure
from todo.agent.llm.provider import Provider

Status = Literal["unchecked", "answering", "failing"]


@dataclass(slots=True)
class ModelState:
    provider: Provider
    status: Status = "unchecked"
    detail: str = ""

    def answered(self) -> None:
        self.status, self.detail = "answering", ""

    def failed(self, failure: Failure) -> None:
        self.status, self.detail = "failing", failure.hint
