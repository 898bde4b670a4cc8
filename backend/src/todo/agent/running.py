"""A turn while it runs."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from todo.agent.dialogue import Dialogue
from todo.agent.reading import Reading
from todo.agent.stream import TurnStream
from todo.conversations.message import OpenTurn
from todo.kit.caller import Caller


@dataclass(slots=True)
class RunningTurn:
    """What a turn starts from, and the stream it is followed by; `closing` once what was said is being stored."""

    caller: Caller
    opened: OpenTurn
    dialogue: Dialogue
    read: Callable[[], Awaitable[Reading]]
    stream: TurnStream
    task: asyncio.Task[None] | None = None
    closing: bool = False

    def stop(self) -> None:
        """End it soon; what was done has its receipts, what was said is stored."""
        if self.task is not None and not self.closing:
            self.task.cancel()
