"""The steps in their order, and the requests that took them."""

import asyncio
import inspect
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from standin.steps import Step, fail


@dataclass(slots=True)
class ChatRequest:
    """A request as it came. `refused` says why it was not taken; `left` is set when the client goes while it waits."""

    body: dict[str, Any]
    headers: dict[str, str]
    refused: str | None = None
    left: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def messages(self) -> list[dict[str, Any]]:
        return list(self.body["messages"])

    @property
    def tools(self) -> list[str]:
        """The names of the tools that it offers."""
        return [tool["function"]["name"] for tool in self.body.get("tools", [])]

    def last(self, role: str) -> str | None:
        """The text of the newest message of `role`."""
        return next((_text(message["content"]) for message in self.messages[::-1] if message["role"] == role), None)


Responder = Callable[[ChatRequest], Step | Awaitable[Step]]


@dataclass(slots=True)
class Script:
    """Each request takes the next step; when none is left, `otherwise` answers, or a 500 that says so.

    `delay` and `pause` are those of every step that names none of its own; `ended` is set when the server stops.
    """

    steps: deque[Step | Responder] = field(default_factory=deque)
    otherwise: Step | Responder | None = None
    delay: float = 0.0
    pause: float = 0.0
    requests: list[ChatRequest] = field(default_factory=list)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def next(self, request: ChatRequest) -> Step:
        step = self.steps.popleft() if self.steps else self.otherwise
        if step is None:
            return fail(500, f"the script has no step left for request {len(self.requests)}")
        if not isinstance(step, Step):
            made = step(request)
            step = await made if inspect.isawaitable(made) else made
        return replace(step, delay=step.delay or self.delay, pause=step.pause or self.pause)


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(part["text"] for part in content or [])
