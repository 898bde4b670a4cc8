"""`/mcp`: the tools for every MCP client. Who asks is settled here; what they ask is the SDK's to read."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Message, Receive, Scope, Send

from todo.accounts.identify import Identifier
from todo.errors import AppError, Forbidden
from todo.history.service import own_turn
from todo.kit.caller import Caller
from todo.kit.problems import document
from todo.oauth import addresses
from todo.oauth.addresses import Addresses, Site
from todo.tools import envelope
from todo.tools.acting import Act, acting, client_source
from todo.tools.envelope import INTERNAL_ERROR, INVALID_REQUEST
from todo.tools.hosts import Hosts
from todo.tools.transport import Transport

PATH = addresses.RESOURCE
REFUSED = "refused"
"""Where in the request's state `todo.tools.permissions` leaves the Forbidden that it answered with."""

_SCOPES = "read write"

router = APIRouter(tags=["mcp"])


@router.post(PATH, include_in_schema=False)
async def mcp(request: Request) -> Response:
    """One message of the Model Context Protocol (https://modelcontextprotocol.io/specification)."""
    services: Any = request.app.state.services
    hosts: Hosts = services.hosts
    identifier: Identifier = services.identifier
    try:
        hosts.check(request)
        caller = await identifier.program(request, _here(request).resource)
        body = await envelope.read(request)
    except AppError as error:
        return _refusal(error, request)
    except envelope.Malformed as error:
        return _error(error.status, error.code, error.message)
    return _Exchange(services.mcp, caller, body)


class _Exchange(Response):
    """The SDK's own answer, given on behalf of the caller. A request carries one message, so it is one turn."""

    def __init__(self, transport: Transport, caller: Caller, message: bytes) -> None:
        super().__init__()
        self._transport = transport
        self._caller = caller
        self._message: bytes | None = message

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def receive_again() -> Message:
            body, self._message = self._message, None
            return await receive() if body is None else {"type": "http.request", "body": body}

        async def send_challenged(message: Message) -> None:
            refused: Forbidden | None = scope["state"].get(REFUSED)
            if refused is not None and message["type"] == "http.response.start":
                challenge = _challenge(Request(scope), 'error="insufficient_scope"')
                message["status"] = refused.status
                message["headers"] = [*message["headers"], (b"www-authenticate", challenge.encode())]
            await send(message)

        assert self._caller.grant is not None  # noqa: S101 - what `Identifier.program` answers has one
        caller = replace(self._caller, source=client_source(self._caller.grant.name))
        # RFC 9110 section 5.5: the space around a field's value is no part of it; httptools leaves it there.
        scope = {**scope, "headers": [(name, value.strip()) for name, value in scope["headers"]]}
        with acting(Act(caller, own_turn())):
            await self._transport.handle(scope, receive_again, send_challenged)


def _refusal(error: AppError, request: Request) -> Response:
    """`error` as a JSON-RPC error, which clients show; its data is the problem document."""
    headers = dict(error.headers)
    if error.status == 401:
        shown = "WWW-Authenticate" in headers  # a token, which is not valid
        headers["WWW-Authenticate"] = _challenge(request, 'error="invalid_token"' if shown else "")
    data = document(error, request.state.request_id)
    code = INTERNAL_ERROR if error.status >= 500 else INVALID_REQUEST
    return _error(error.status, code, error.detail, headers, data=data)


def _error(status: int, code: int, message: str, headers: Mapping[str, str] | None = None, **more: Any) -> Response:
    """JSON-RPC 2.0 section 5: `id` is null where the request's is not known."""
    body = {"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": message, **more}}
    return JSONResponse(body, status, headers)


def _challenge(request: Request, error: str) -> str:
    """RFC 6750 section 3, and where to learn who gives tokens (RFC 9728 section 5.1)."""
    parts = (error, f'scope="{_SCOPES}"', f'resource_metadata="{_here(request).resource_metadata}"')
    return "Bearer " + ", ".join(filter(None, parts))


def _here(request: Request) -> Addresses:
    site: Site = request.app.state.services.site
    return site.at(request)
