import pytest
from pydantic import ValidationError
from starlette.requests import Request

from todo.errors import InvalidRequest
from todo.oauth.addresses import Addresses, Site
from todo.settings import Settings


def at(host: str, scheme: str = "http", public_url: str | None = None) -> Addresses:
    headers = [(b"host", host.encode())] if host else []
    return Site(public_url).at(Request({"type": "http", "scheme": scheme, "headers": headers}))


@pytest.mark.parametrize(
    ("scheme", "host", "origin"),
    [
        ("http", "localhost:3000", "http://localhost:3000"),
        ("https", "Todo.Example.org", "https://todo.example.org"),
        ("https", "todo.example.org:443", "https://todo.example.org"),
        ("http", "todo.example.org:443", "http://todo.example.org:443"),
        ("http", "[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_everything_is_at_the_origin_of_the_request(scheme: str, host: str, origin: str) -> None:
    here = at(host, scheme)
    assert here.issuer == origin
    assert here.resource == f"{origin}/mcp"
    assert here.resource_metadata == f"{origin}/.well-known/oauth-protected-resource/mcp"


def test_a_configured_origin_goes_before_it() -> None:
    assert at("backend-service:8000", public_url="https://todo.example.org").issuer == "https://todo.example.org"


@pytest.mark.parametrize("host", ["", "a b", "a/b", "a@b", 'a"b', "a:port", "a,b"])
def test_what_is_no_host_is_refused(host: str) -> None:
    with pytest.raises(InvalidRequest, match="Host header"):
        at(host)


@pytest.mark.parametrize(
    ("uri", "same"),
    [
        ("http://todo.test/mcp", True),
        ("http://todo.test/mcp/", True),
        ("HTTP://TODO.test/mcp", True),
        ("http://todo.test/MCP", False),
        ("http://todo.test/", False),
        ("http://todo.test", False),
        ("https://todo.test/mcp", False),
        ("http://todo.test:8000/mcp", False),
        ("http://todo.test/mcp?x", False),
        ("mcp", False),
    ],
)
def test_which_resource_is_ours(uri: str, same: bool) -> None:
    assert at("todo.test").is_resource(uri) == same


@pytest.mark.parametrize(
    ("url", "origin"),
    [("https://Todo.example.org/", "https://todo.example.org"), ("http://localhost:3000", "http://localhost:3000")],
)
def test_a_configured_origin_is_one_of_ours(url: str, origin: str) -> None:
    settings = Settings(public_url=url, trusted_origins=("https://other.example.org",))
    assert settings.public_url == origin
    assert settings.own_origins() == ("https://other.example.org", origin)


@pytest.mark.parametrize(
    "url", ["todo.example.org", "https://todo.example.org/app", "ftp://a", "https://a@b", "https://"]
)
def test_what_is_no_origin_stops_the_start(url: str) -> None:
    with pytest.raises(ValidationError, match="PUBLIC_URL is an origin"):
        Settings(public_url=url)
