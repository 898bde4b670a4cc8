"""A turn while it runs."""

import asyncio
from dataclasses import dataclass

from todo.agent.dialogue import Dialogue
from todo.agent.reading import Reading
from todo.agent.stream import TurnStream
from todo.conversations.message import OpenTurn
from todo.kit.caller import Caller


@dataclass(slots=True)
class RunningTurn:
    """What a turn starts from, and the stream it is followed by."""

    caller: Caller
    opened: OpenTurn
    dialogue: Dialogue
    reading: Reading
    stream: TurnStream
    task: asyncio.Task[None] | None = None
    stopping: bool = False

    def stop(self) -> None:
        """End it soon; what was done has its receipts, what was said is stored."""
        self.stopping = True
        if self.task is not None and not self.stream.closed:
            self.task.cancel()
