"""A turn's events while they happen: kept in order, numbered from 1, for any number of readers, from any point."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

from todo.conversations.message import StreamEvent
from todo.kit.sse import PING, PING_SECONDS, encode


class TurnStream:
    """The events of one running turn. Readers wait for more until it is closed."""

    def __init__(self) -> None:
        self.events: list[StreamEvent] = []
        self.closed = False
        self._more = asyncio.Event()

    def emit(self, event: str, data: Any) -> None:
        self.events.append({"id": len(self.events) + 1, "event": event, "data": data})
        self._wake()

    def close(self) -> None:
        self.closed = True
        self._wake()

    @property
    def text(self) -> str:
        return "".join(event["data"]["delta"] for event in self.events if event["event"] == "text")

    async def read(self, after: int = 0) -> AsyncIterator[bytes]:
        """Server-sent events after number `after`, until the turn is over."""
        position = after
        while True:
            more = self._more
            if new := self.events[position:]:
                position = len(self.events)
                yield b"".join(encode(event["event"], event["data"], event["id"]) for event in new)
            if self.closed:
                return
            try:
                async with asyncio.timeout(PING_SECONDS):
                    await more.wait()
            except TimeoutError:
                yield PING

    def _wake(self) -> None:
        self._more.set()
        self._more = asyncio.Event()


def joined(events: Sequence[StreamEvent]) -> list[StreamEvent]:
    """The events with text that was said in pieces joined to one, for storing.

    Its `id` is that of the last piece; `cuts` are the lengths reached with each, so that a reader who had some of the
    pieces still gets exactly the rest.
    """
    found: list[StreamEvent] = []
    for event in events:
        last = found[-1] if found else None
        if event["event"] == "text" and last and last["event"] == "text":
            said = last["data"]["delta"] + event["data"]["delta"]
            cuts = last.get("cuts", [len(last["data"]["delta"])])
            found[-1] = {"id": event["id"], "event": "text", "data": {"delta": said}, "cuts": [*cuts, len(said)]}
        else:
            found.append(event)
    return found


def replay(events: Sequence[StreamEvent], after: int) -> list[bytes]:
    """Stored events after number `after`, as a reader who comes back late gets them."""
    return [encode(event["event"], _rest(event, after), event["id"]) for event in events if event["id"] > after]


def _rest(event: StreamEvent, after: int) -> Any:
    cuts = event.get("cuts")
    if not cuts:
        return event["data"]
    had = after - (event["id"] - len(cuts))
    return {"delta": event["data"]["delta"][cuts[had - 1] :]} if had > 0 else event["data"]
