"""The names that `/mcp` answers to (MCP, transports: security warning on DNS rebinding).

A page of another site can give its own name our address, and the browser then lets it talk to us as to itself. Only its
`Host` and `Origin` headers tell.
"""

from collections.abc import Collection

from starlette.requests import HTTPConnection

from todo.errors import CrossSite, Misdirected

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_MOST_SHOWN = 100


class Hosts:
    """Loopback names always pass, as `kubectl port-forward` and a laptop need; whatever else passes is configured.

    `allowed` are names for any port (`todo.example.org`), with a port for that one, `*.example.org` for what is below
    it, or `*` for every name. The hosts of `origins` (`https://app.example.org`) pass too.
    """

    def __init__(self, allowed: Collection[str], origins: Collection[str]) -> None:
        named = {*LOOPBACK, *allowed, *map(_host_of, origins)}
        self._names = frozenset(name.lower() for name in named if not name.startswith("*"))
        self._endings = tuple(name[1:].lower() for name in named if name.startswith("*"))

    def check(self, connection: HTTPConnection) -> None:
        """Let a request pass whose `Host` is one of ours, and whose `Origin`, if it has one, is too.

        Raises:
            Misdirected, CrossSite
        """
        host = connection.headers.get("host", "")
        if not self._known(host):
            name = _without_port(host)[:_MOST_SHOWN]
            raise Misdirected(f"This server does not answer to the name “{name}”. Add it to ALLOWED_HOSTS.")
        origin = connection.headers.get("origin")
        if origin is not None and not self._known(_host_of(origin)):
            shown = origin[:_MOST_SHOWN]
            raise CrossSite(f"Pages of “{shown}” may not use this server. Add it to TRUSTED_ORIGINS if they should.")

    def _known(self, host: str) -> bool:
        host = host.lower()
        name = _without_port(host)
        return bool(name) and (host in self._names or name in self._names or name.endswith(self._endings))


def _host_of(origin: str) -> str:
    """RFC 6454 section 6.2: scheme, host and port, or the word "null"."""
    return origin.partition("://")[2]


def _without_port(host: str) -> str:
    """RFC 3986 section 3.2.2: an IPv6 address stands in brackets, so a colon after them begins the port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host
