"""A client that costs next to nothing, so that what is measured is the server: HTTP/1.1 over one connection."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Connection:
    """One kept-alive connection; one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=2**22))

    async def send(self, request: bytes) -> Answer:
        """`request` is one of `request()`; the answer is read to its end, also when it is a stream."""
        self._writer.write(request)
        head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        status = int(head[9:12])
        if b"transfer-encoding: chunked" in head:
            return Answer(status, await self._chunks())
        length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
        return Answer(status, await self._reader.readexactly(int(length or 0)))

    async def _chunks(self) -> bytes:
        parts = []
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            parts.append((await self._reader.readexactly(size + 2))[:-2])
        await self._reader.readexactly(2)
        return b"".join(parts)

    def close(self) -> None:
        self._writer.close()


def request(method: str, path: str, *, token: str | None = None, body: Any = None) -> bytes:
    """The bytes of a request, made before the clock runs."""
    content = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {path} HTTP/1.1", "host: bench", f"content-length: {len(content)}"]
    if token:
        lines.append(f"authorization: Bearer {token}")
    if body is not None:
        lines.append("content-type: application/json")
    return "\r\n".join([*lines, "", ""]).encode() + content
