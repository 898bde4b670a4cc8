"""What a trusted proxy says of the request that it passes on: client address, scheme, and host."""

from typing import Any, cast

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware


class TrustedProxies:
    """uvicorn's handling of X-Forwarded-For and X-Forwarded-Proto, and X-Forwarded-Host, which it leaves out.

    It has to see the proxy's own address, so uvicorn itself is started with `proxy_headers=False`. The host is the one
    that the browser's Origin is compared with: a proxy in front (Next.js, an Ingress) asks us by another name.
    """

    def __init__(self, app: ASGIApp, trusted: str) -> None:
        self._app = app
        self._forwarded = ProxyHeadersMiddleware(cast("Any", app), trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if scope["type"] == "lifespan" or client is None or client[0] not in self._forwarded.trusted_hosts:
            return await self._app(scope, receive, send)
        for name, value in scope["headers"]:
            if name == b"x-forwarded-host":
                host = value.split(b",")[0].strip()
                scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"host"] + [(b"host", host)]
                break
        return await self._forwarded(cast("Any", scope), cast("Any", receive), cast("Any", send))
