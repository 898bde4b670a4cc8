"""Sending a step's answer, well or badly, as the step says."""

import asyncio
import json
from collections.abc import Mapping

from starlette.types import Receive, Scope, Send

from standin import wire
from standin.refusal import error_body
from standin.script import ChatRequest
from standin.steps import Completion, Failure, Step

_LATE_ERROR = "the model's server failed while it answered"


class _Over(Exception):
    """Nothing more is to be sent, whether or not the answer is finished."""


class _Left(Exception):
    """The client has gone, or the server is ending."""


class Answer:
    """An ASGI application that answers one request. Left unfinished, the server closes the connection.

    `ended` is set when the server is about to stop: nobody is kept waiting then.
    """

    def __init__(self, step: Step, request: ChatRequest, ended: asyncio.Event) -> None:
        self._step = step
        self._request = request
        self._ended = ended

    async def __call__(self, _: Scope, receive: Receive, send: Send) -> None:
        self._send = send
        self._gone = asyncio.create_task(_disconnected(receive, self._ended))
        try:
            await self._answer()
        except _Left:
            self._request.left.set()
        except _Over:
            pass
        finally:
            self._gone.cancel()

    async def _answer(self) -> None:
        step = self._step
        await self._wait(step.delay)
        match step.answer:
            case Failure() as failure:
                await self._fail(failure)
            case Completion() as completion if self._request.body.get("stream"):
                await self._stream(completion)
            case Completion() as completion:
                await self._whole(completion)
            case _:
                await self._wait(None)

    async def _fail(self, failure: Failure) -> None:
        body = failure.html.encode() or json.dumps(error_body(failure.message)).encode()
        kind = "text/html; charset=utf-8" if failure.html else "application/json"
        await self._start(failure.status, kind, {"content-length": str(len(body))} | dict(failure.headers))
        await self._body(body, last=True)

    async def _whole(self, completion: Completion) -> None:
        body = wire.Envelope(self._request.body["model"]).whole(completion, self._request.messages)
        ending = self._step.ending
        if ending == "error":
            await self._fail(Failure(500, _LATE_ERROR))
            return
        if ending == "garbled":
            body = body[: len(body) // 2]
        await self._start(200, "application/json", {"content-length": str(len(body))})
        if ending in ("cut", "stall"):
            await self._body(body[: len(body) // 2])
            await self._go_wrong()
        await self._body(body, last=True)

    async def _stream(self, completion: Completion) -> None:
        envelope = wire.Envelope(self._request.body["model"])
        await self._start(200, "text/event-stream; charset=utf-8", {"cache-control": "no-cache"})
        await self._body(envelope.chunk(wire.opening()))
        pieces = list(wire.pieces(completion))
        turn = min(self._step.after, len(pieces))
        for piece in pieces[:turn]:
            await self._piece(envelope.chunk(piece))
        await self._go_wrong()
        for piece in pieces[turn:]:
            await self._piece(envelope.chunk(piece))
        await self._body(envelope.chunk({}, completion.finish_reason))
        await self._body(wire.DONE, last=True)

    async def _piece(self, chunk: bytes) -> None:
        await self._wait(self._step.pause)
        await self._body(chunk)

    async def _go_wrong(self) -> None:
        match self._step.ending:
            case "cut":
                raise _Over
            case "garbled":
                await self._body(wire.GARBLED)
            case "error":
                await self._body(wire.error_event(_LATE_ERROR), last=True)
                raise _Over
            case "stall":
                await self._wait(None)

    async def _wait(self, seconds: float | None) -> None:
        """Raises _Left when the client goes first; None waits for that alone."""
        if seconds == 0 and not self._gone.done():
            return
        await asyncio.wait([self._gone], timeout=seconds)
        if self._gone.done():
            raise _Left

    async def _start(self, status: int, content_type: str, headers: Mapping[str, str]) -> None:
        pairs = {"content-type": content_type, **headers}.items()
        encoded = [(name.encode(), value.encode()) for name, value in pairs]
        await self._send({"type": "http.response.start", "status": status, "headers": encoded})

    async def _body(self, content: bytes, last: bool = False) -> None:
        await self._send({"type": "http.response.body", "body": content, "more_body": not last})


async def _disconnected(receive: Receive, ended: asyncio.Event) -> None:
    """Returns when the client has gone, or the server is ending. The body was read: no other message comes."""
    waits = [asyncio.ensure_future(wait) for wait in (receive(), ended.wait())]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
