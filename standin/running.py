"""The stand-in on a free port of the loopback, in the caller's event loop."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import uvicorn

from standin import steps
from standin.certificate import write_certificate
from standin.script import ChatRequest, Responder, Script
from standin.server import BASE_PATH, create_app
from standin.steps import Step

KEY = "standin-key"


class Standin:
    """`async with Standin() as standin:` then `standin.say("Hello")`; each request takes the next step.

    `otherwise` answers when no step is left: a step again and again, or a function of the request. With none, such
    a request gets a 500 that says so. `tls` serves https with a certificate that does not verify.
    """

    def __init__(self, otherwise: Step | Responder | None = None, *, key: str = KEY, tls: bool = False) -> None:
        self.key = key
        self.script = Script(otherwise=otherwise)
        self._tls = tls
        self._open = ExitStack()

    @property
    def base_url(self) -> str:
        """What an OpenAI client takes as such."""
        return f"{self.origin}{BASE_PATH}"

    @property
    def origin(self) -> str:
        port = self._server.servers[0].sockets[0].getsockname()[1]
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{port}"

    @property
    def requests(self) -> list[ChatRequest]:
        """Every request to complete a chat that bore the key, the refused ones included, the oldest first."""
        return self.script.requests

    @property
    def steps_left(self) -> int:
        return len(self.script.steps)

    def then(self, *more: Step | Responder) -> None:
        """Adds steps: values of `standin.steps`, or functions of the request, plain or async, that give one."""
        self.script.steps.extend(more)

    def say(self, content: str, **how: Any) -> None:
        """`how` as `steps.say` takes it."""
        self.then(steps.say(content, **how))

    def call(self, name: str, /, **arguments: Any) -> None:
        self.then(steps.call(name, **arguments))

    def fail(self, status: int, **how: Any) -> None:
        """`how` as `steps.fail` takes it."""
        self.then(steps.fail(status, **how))

    async def __aenter__(self) -> Self:
        config = uvicorn.Config(
            create_app(self.script, self.key),
            port=0,
            lifespan="off",
            proxy_headers=False,
            log_config=None,
            timeout_graceful_shutdown=1,
            ssl_certfile=self._certificate() if self._tls else None,
        )
        config.load()
        self._server = uvicorn.Server(config)
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.script.ended.set()
        await self._server.shutdown()
        self._open.close()

    def _certificate(self) -> Path:
        return write_certificate(Path(self._open.enter_context(TemporaryDirectory())))
