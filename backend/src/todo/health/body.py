"""A limit to what a request may carry, told before it is read where its length is announced."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from todo.errors import BodyTooLarge
from todo.health.problems import answer


class BodyLimit:
    """Refuses bodies over `most` bytes with 413.

    FastAPI's own `max_body_size` answers in plain text when the length is announced, outside every other middleware;
    this answers with a problem document, and adds nothing to a request without a body.
    """

    def __init__(self, app: ASGIApp, most: int) -> None:
        self._app = app
        self._most = most
        self._detail = f"The body is larger than {most:,} bytes. Send less at once."

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        for name, value in scope["headers"]:
            # With a Content-Length the server itself cuts the body off there (RFC 9112 section 6.3).
            if name == b"content-length":
                if not value.isdigit() or int(value) > self._most:
                    return await answer(scope, BodyTooLarge(self._detail))(scope, receive, send)
            elif name == b"transfer-encoding":
                receive = self._counted(receive)
        return await self._app(scope, receive, send)

    def _counted(self, receive: Receive) -> Receive:
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._most:
                # FastAPI passes this kind on from the midst of reading, and turns any other into a 400.
                raise HTTPException(413, self._detail)
            return message

        return counted
