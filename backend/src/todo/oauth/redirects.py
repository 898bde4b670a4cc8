"""Where a client may have people sent back to, and with what.

An `https` address of a site, `http` on the loopback of the person's own computer (RFC 8252 section 7.3), or a scheme
that an app on the device has made its own (section 7.1). An address is compared character by character (RFC 9700
section 2.1), but for the port of a loopback, which a program cannot know beforehand.
"""

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, urlencode, urlsplit

LONGEST = 1000

# What RFC 3986 allows, less what browsers and other readers understand differently: backslashes and the like.
_CHARACTERS = re.compile(r"[A-Za-z0-9\-._~:/?\[\]@!$&'()*+,;=%]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)*{_LABEL}|\[[0-9a-f:.]+\]")
_LOOPBACK = frozenset(("127.0.0.1", "::1", "localhost"))
# What a browser itself opens: code, files, its own pages, other protocols. None of them is an app's own scheme.
_BROWSERS_SCHEMES = """
about blob chrome chrome-extension content data edge file filesystem ftp http https intent jar javascript mailto
moz-extension resource sms tel vbscript view-source ws wss
"""
_BROWSERS_OWN = frozenset(_BROWSERS_SCHEMES.split())


@dataclass(frozen=True, slots=True)
class Destination:
    """Who gets the answer: a site by its host, a program on this computer, or an app by its scheme."""

    kind: Literal["site", "computer", "app"]
    name: str


def destination(uri: str) -> Destination:
    """Where `uri` leads.

    Raises:
        ValueError: a client must not have people sent there; the message is for its makers.
    """
    if len(uri) > LONGEST:
        raise ValueError(f"A redirect URI has at most {LONGEST} characters.")
    if _CHARACTERS.fullmatch(uri) is None or _SCHEME.match(uri) is None:
        raise ValueError("A redirect URI is absolute, in ASCII, with its scheme in lower case and without a fragment.")
    parts = urlsplit(uri)
    if parts.scheme in ("https", "http"):
        return _of_web(parts)
    if parts.scheme in _BROWSERS_OWN:
        raise ValueError(f"A redirect URI with the scheme {parts.scheme} is not safe.")
    return Destination("app", parts.scheme)


def matches(registered: str, given: str) -> bool:
    """Whether `given`, of a request, is the address that was `registered`. Only the port of a loopback may differ."""
    if registered == given:
        return True
    try:
        known, found = destination(registered), destination(given)
    except ValueError:
        return False
    return known.kind == found.kind == "computer" and _without_port(registered) == _without_port(given)


def with_parameters(uri: str, parameters: dict[str, str]) -> str:
    """`uri` with `parameters` added to its query (RFC 6749 section 4.1.2)."""
    separator = "&" if "?" in uri else "?"
    return f"{uri}{separator}{urlencode(parameters)}"


def _of_web(parts: SplitResult) -> Destination:
    try:
        port = parts.port
    except ValueError:
        port = 0
    host = parts.hostname or ""
    if "@" in parts.netloc or port == 0 or _HOST.fullmatch(f"[{host}]" if ":" in host else host) is None:
        raise ValueError("A redirect URI names a host, and no user.")
    if host in _LOOPBACK:
        return Destination("computer", host)
    if parts.scheme == "http":
        raise ValueError("A redirect URI uses https, or http on 127.0.0.1, [::1] or localhost.")
    return Destination("site", host if port in (None, 443) else f"{host}:{port}")


def _without_port(uri: str) -> SplitResult:
    parts = urlsplit(uri)
    return parts._replace(netloc=parts.hostname or "")
