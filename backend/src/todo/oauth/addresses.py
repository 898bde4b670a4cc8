"""Where clients find what: every address at the origin that they came to, or at the one that is configured."""

import re
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from todo.errors import InvalidRequest

AUTHORIZE = "/connect"
"""A page of the front end, which asks the person."""
REGISTER, TOKEN, REVOKE = "/api/oauth/register", "/api/oauth/token", "/api/oauth/revoke"
RESOURCE = "/mcp"
RESOURCE_METADATA = "/.well-known/oauth-protected-resource"
SERVER_METADATA = "/.well-known/oauth-authorization-server"

_HOST = re.compile(r"(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_DEFAULT_PORT = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses at `origin`, which is `scheme://host[:port]` and names the issuer (RFC 8414 section 2)."""

    origin: str

    @property
    def issuer(self) -> str:
        return self.origin

    @property
    def resource(self) -> str:
        """What tokens are for (RFC 8707)."""
        return self.origin + RESOURCE

    @property
    def resource_metadata(self) -> str:
        """Where RFC 9728 section 3.1 has a client look, given `resource`."""
        return self.origin + RESOURCE_METADATA + RESOURCE

    def is_resource(self, uri: str) -> bool:
        """Whether `uri` names our resource; the case of scheme and host, and a slash at the end, do not matter."""
        scheme, _, rest = uri.partition("://")
        host, slash, path = rest.partition("/")
        return f"{scheme.lower()}://{host.lower()}{slash}{path}".removesuffix("/") == self.resource


class Site:
    """The addresses of this installation. Without a `public_url` a request's own origin counts, as a trusted proxy
    (`todo.health.proxies`) tells it: whoever sends another Host than the browser's is told of addresses there."""

    def __init__(self, public_url: str | None) -> None:
        self._configured = public_url and Addresses(public_url)

    def at(self, connection: HTTPConnection) -> Addresses:
        """The addresses as whoever sent this request knows them.

        Raises:
            InvalidRequest: the Host header names no host.
        """
        if self._configured:
            return self._configured
        scheme, host = connection.scope["scheme"], connection.headers.get("host", "").lower()
        if _HOST.fullmatch(host) is None:
            raise InvalidRequest("The Host header names no host. Ask by the address that the app is open at.")
        return Addresses(f"{scheme}://{host.removesuffix(_DEFAULT_PORT.get(scheme, ''))}")
