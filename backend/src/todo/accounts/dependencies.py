"""The caller as a parameter: an endpoint names what it needs, and its OpenAPI description says the same."""

from typing import Annotated

from fastapi import Request, Security
from fastapi.security import APIKeyCookie, HTTPBearer
from starlette.requests import HTTPConnection

from todo.accounts.cookies import NAME
from todo.accounts.identify import Identifier
from todo.errors import Forbidden
from todo.kit.caller import Caller, Scope

_COOKIE = APIKeyCookie(
    name=NAME,
    scheme_name="session",
    auto_error=False,
    description="The browser's session; on https the cookie is named `__Host-session`. Changes need `X-CSRF: 1`.",
)
_BEARER = HTTPBearer(
    scheme_name="bearer",
    auto_error=False,
    description="A login's access token, or a personal access token (`todo_pat_…`) within its scopes.",
)


async def identify(connection: HTTPConnection, scope: Scope) -> Caller:
    """Who sent this, and may they `scope`?

    Raises:
        Unauthenticated, CrossSite, Forbidden
    """
    identifier: Identifier = connection.app.state.services.identifier
    caller = await identifier.caller(connection)
    caller.require(scope)
    return caller


async def signed_in(connection: HTTPConnection) -> Caller:
    """As `identify`, and not by a personal access token.

    Raises:
        Unauthenticated, CrossSite, Forbidden
    """
    caller = await identify(connection, "write")
    if caller.session_id is None:
        raise Forbidden("A personal access token cannot manage the account. Sign in with the password for that.")
    return caller


async def _read(request: Request, _cookie: object = Security(_COOKIE), _bearer: object = Security(_BEARER)) -> Caller:
    return await identify(request, "read")


async def _write(request: Request, _cookie: object = Security(_COOKIE), _bearer: object = Security(_BEARER)) -> Caller:
    return await identify(request, "write")


async def _session(
    request: Request, _cookie: object = Security(_COOKIE), _bearer: object = Security(_BEARER)
) -> Caller:
    return await signed_in(request)


ReadCaller = Annotated[Caller, Security(_read)]
WriteCaller = Annotated[Caller, Security(_write)]
SessionCaller = Annotated[Caller, Security(_session)]
