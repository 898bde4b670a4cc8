"""The server object over streamable HTTP: stateless, so that any replica answers, and opened at the first request."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.types import Receive, Scope, Send

if TYPE_CHECKING:  # the SDK takes longer to import than the rest of the server
    from mcp.server import MCPServer
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager


class Transport:
    """Speaks both eras of the protocol: with `initialize` (2025 and before), and with each request for itself."""

    def __init__(self, server: "Callable[[], Awaitable[MCPServer]]", max_body_bytes: int) -> None:
        self._server = server
        self._max_body_bytes = max_body_bytes
        self._open: asyncio.Future[StreamableHTTPSessionManager] | None = None
        self._keeper: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Allow opening while the block runs, and close in the end."""
        try:
            yield
        finally:
            if self._keeper is not None:
                self._keeper.cancel()
                await asyncio.gather(self._keeper, return_exceptions=True)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of a caller whom `todo.tools.acting` names."""
        server = await self._server()
        if self._open is None:
            self._open = asyncio.get_running_loop().create_future()
            self._keeper = asyncio.create_task(self._keep(server, self._open))
        manager = await asyncio.shield(self._open)
        await manager.handle_request(scope, receive, send)

    async def _keep(self, server: "MCPServer", opened: "asyncio.Future[StreamableHTTPSessionManager]") -> None:
        """Opened and closed in one task, as the manager's cancel scope demands."""
        from mcp.server.transport_security import TransportSecuritySettings

        server.streamable_http_app(
            stateless_http=True,
            json_response=True,
            max_request_body_size=self._max_body_bytes,
            # `todo.tools.hosts` has looked at the same headers, and says which setting to change.
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )
        async with server.session_manager.run():
            opened.set_result(server.session_manager)
            await asyncio.Event().wait()
