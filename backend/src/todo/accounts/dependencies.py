"""The caller as a parameter: an endpoint names what it needs, and its OpenAPI description says the same."""

from typing import Annotated

from fastapi import Request, Security
from fastapi.openapi.models import APIKey, APIKeyIn, HTTPBearer
from fastapi.security.base import SecurityBase
from starlette.requests import HTTPConnection

from todo.accounts.cookies import NAME
from todo.accounts.identify import Identifier
from todo.errors import Forbidden
from todo.kit.caller import Caller, Scope

BEARER, COOKIE = "bearer", "session"
"""The names of the two security schemes; either will do, wherever a caller is asked for."""

COOKIE_SCHEME = APIKey(
    **{"in": APIKeyIn.cookie},
    name=NAME,
    description="The browser's session; on https the cookie is named `__Host-session`. Changes need `X-CSRF: 1`.",
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


class _Scheme(SecurityBase):
    """Each dependency is its own security scheme: resolving schemes beneath it costs every request 15 µs apiece.
    The cookie, which is the other scheme, joins in where the document is made (`todo.health.openapi`)."""

    scheme_name = BEARER
    model = HTTPBearer(description="A login's access token, or a personal access token (`todo_pat_…`) in its scopes.")


class _Read(_Scheme):
    async def __call__(self, request: Request) -> Caller:
        return await identify(request, "read")


class _Write(_Scheme):
    async def __call__(self, request: Request) -> Caller:
        return await identify(request, "write")


class _Session(_Scheme):
    async def __call__(self, request: Request) -> Caller:
        return await signed_in(request)


ReadCaller = Annotated[Caller, Security(_Read())]
WriteCaller = Annotated[Caller, Security(_Write())]
SessionCaller = Annotated[Caller, Security(_Session())]
