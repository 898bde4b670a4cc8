"""The session's cookie. On https its name begins with `__Host-`, which binds it to this host, to Secure and to `/`
(RFC 6265bis section 4.1.3.2); on http, which a laptop has, browsers refuse that name."""

from datetime import timedelta

from starlette.requests import HTTPConnection
from starlette.responses import Response

NAME = "session"
HOST_NAME = "__Host-session"


def session_secret(connection: HTTPConnection) -> str | None:
    """The secret that the browser sent."""
    return connection.cookies.get(_name(connection)) or None


def set_session(connection: HTTPConnection, response: Response, secret: str, lifetime: timedelta) -> None:
    _set(connection, response, secret, int(lifetime.total_seconds()))


def clear_session(connection: HTTPConnection, response: Response) -> None:
    _set(connection, response, "", 0)


def _set(connection: HTTPConnection, response: Response, value: str, max_age: int) -> None:
    response.set_cookie(
        _name(connection), value, max_age=max_age, path="/", secure=_https(connection), httponly=True, samesite="lax"
    )


def _name(connection: HTTPConnection) -> str:
    return HOST_NAME if _https(connection) else NAME


def _https(connection: HTTPConnection) -> bool:
    return bool(connection.scope["scheme"] == "https")
