"""Whether a change comes from our own pages (OWASP's Cross-Site Request Forgery Prevention Cheat Sheet).

A browser sends the cookie along with requests that other sites make. Such a request cannot carry a header of our own
without asking us first (CORS), which we never allow; and the browser tells where it comes from.
"""

from collections.abc import Collection

from starlette.requests import HTTPConnection

from todo.errors import CrossSite

HEADER = "X-CSRF"
SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "TRACE"))  # RFC 9110 section 9.2.1


def check_header(connection: HTTPConnection) -> None:
    """Refuse a request without our header.

    Raises:
        CrossSite
    """
    if HEADER not in connection.headers:
        raise CrossSite(f"A change with the session cookie needs the header `{HEADER}: 1`.")


def check_origin(connection: HTTPConnection, trusted: Collection[str]) -> None:
    """Refuse what another site's page sent; `trusted` are further origins, such as `https://app.example.org`.

    Raises:
        CrossSite
    """
    origin = connection.headers.get("origin")
    if origin in trusted:
        return
    foreign = origin is not None and not _ours(origin, connection)
    if foreign or connection.headers.get("sec-fetch-site") == "cross-site":
        raise CrossSite("Another site sent this. Open the app itself and do it there.")


def _ours(origin: str, connection: HTTPConnection) -> bool:
    scheme, _, host = origin.partition("://")
    if connection.scope["scheme"] == "https" and scheme != "https":
        return False
    # The other way round is a proxy that took TLS off without saying so.
    return scheme in ("http", "https") and host.lower() == connection.headers.get("host", "").lower()
