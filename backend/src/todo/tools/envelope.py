"""Whether a request carries one message of the protocol, said in the protocol's own error codes when it does not."""

import json
from typing import Any

from starlette.requests import Request

PARSE_ERROR, INVALID_REQUEST, INTERNAL_ERROR = -32700, -32600, -32603  # JSON-RPC 2.0 section 5.1
_EXAMPLE = '{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'


class Malformed(Exception):
    """Carries the HTTP status and the JSON-RPC code to answer with."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


async def read(request: Request) -> bytes:
    """The body, once its headers and outermost shape are in order; the SDK looks at the rest.

    Raises:
        Malformed: says what to send instead.
    """
    if not request.headers.get("content-type", "").lower().startswith("application/json"):
        raise Malformed(415, INVALID_REQUEST, "Send Content-Type: application/json.")
    accepted = request.headers.get("accept", "")
    if not any(kind in accepted.lower() for kind in ("application/json", "application/*", "*/*")):
        detail = "Send Accept: application/json, text/event-stream. The answer is JSON."
        raise Malformed(406, INVALID_REQUEST, detail)
    body = await request.body()
    try:
        message: Any = json.loads(body)
    except (ValueError, RecursionError):  # oversized numbers and deep nesting among them
        raise Malformed(400, PARSE_ERROR, f"The body is no JSON. Send one message such as {_EXAMPLE}.") from None
    if isinstance(message, list):
        raise Malformed(400, INVALID_REQUEST, "Batches are none of MCP. Send each message by itself.")
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0" or not isinstance(message.get("method"), str):
        raise Malformed(400, INVALID_REQUEST, f"This is no JSON-RPC 2.0 request. Send one such as {_EXAMPLE}.")
    return body
