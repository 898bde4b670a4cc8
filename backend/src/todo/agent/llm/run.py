"""One run of a model: what it used, and the calls it asks for together."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from todo.agent.journal import Call


@dataclass(slots=True)
class ModelRun:
    """`batch` are the calls of the newest answer, known before the first of them is made."""

    tokens: int = 0
    batch: list[Call] = field(default_factory=list)


_run: ContextVar[ModelRun] = ContextVar("model_run")


@contextmanager
def running(run: ModelRun) -> Iterator[None]:
    """Answers that come inside the block belong to `run`."""
    token = _run.set(run)
    try:
        yield
    finally:
        _run.reset(token)


def current_run() -> ModelRun:
    """Raises LookupError outside of `running`."""
    return _run.get()
