"""Server-sent events (WHATWG HTML, section 9.2), written so that no proxy keeps them back."""

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.responses import StreamingResponse

PING = b": ping\n\n"
PING_SECONDS = 15.0


def encode(event: str, data: Any, event_id: int | str | None = None) -> bytes:
    """One event; `data` is JSON-serialisable and stays on one line."""
    head = f"id: {event_id}\n" if event_id is not None else ""
    return f"{head}event: {event}\ndata: {json.dumps(data, separators=(',', ':'), ensure_ascii=False)}\n\n".encode()


class EventStream(StreamingResponse):
    """A response of `text/event-stream`. `no-transform` keeps compressing proxies from holding events back."""

    media_type = "text/event-stream"

    def __init__(
        self, content: AsyncIterator[bytes], headers: dict[str, str] | None = None, status_code: int = 200
    ) -> None:
        more = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}
        super().__init__(content, status_code, {**more, **(headers or {})})
