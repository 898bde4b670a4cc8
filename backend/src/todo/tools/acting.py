"""On whose behalf a tool runs. Set around each call, by the agent in process and by the transport at /mcp."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from todo.history.event import Turn
from todo.kit.caller import Caller

_MOST_NAMED = 60
"""Fits the columns that keep it."""

_act: ContextVar["Act"] = ContextVar("act")


@dataclass(frozen=True, slots=True)
class Act:
    """Who asks, and the turn that everything they do now belongs to."""

    caller: Caller
    turn: Turn


def client_source(name: str) -> str:
    """How the history names an outside client: on one line, not too long, whatever it calls itself."""
    printable = "".join(character for character in name if character.isprintable() or character.isspace())
    return f"mcp:{' '.join(printable.split())[:_MOST_NAMED].strip()}"


@contextmanager
def acting(act: Act) -> Iterator[None]:
    """Tools called inside the block act for `act.caller`."""
    token = _act.set(act)
    try:
        yield
    finally:
        _act.reset(token)


def current_act() -> Act:
    """Raises LookupError outside `acting`: no tool may run on nobody's behalf."""
    return _act.get()
