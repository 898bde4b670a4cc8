import pytest
from starlette.requests import HTTPConnection

from todo.errors import CrossSite, Misdirected
from todo.tools.hosts import Hosts


def asked(host: str | None, origin: str | None = None) -> HTTPConnection:
    given = {"host": host, "origin": origin}
    headers = [(name.encode(), value.encode()) for name, value in given.items() if value is not None]
    return HTTPConnection({"type": "http", "headers": headers})


@pytest.mark.parametrize("host", ["localhost", "localhost:3000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
def test_loopback_always_passes(host: str) -> None:
    Hosts((), ()).check(asked(host))


@pytest.mark.parametrize(
    ("allowed", "host"),
    [
        ("todo.example.org", "todo.example.org"),
        ("todo.example.org", "Todo.Example.org:8443"),
        ("backend-service:8000", "backend-service:8000"),
        ("*.example.org", "todo.example.org:443"),
        ("*", "anything.test"),
    ],
)
def test_a_configured_name_passes(allowed: str, host: str) -> None:
    Hosts((allowed,), ()).check(asked(host, f"https://{host}"))


@pytest.mark.parametrize(
    ("allowed", "host"),
    [
        ("todo.example.org", "evil.test"),
        ("todo.example.org", "todo.example.org.evil.test"),
        ("todo.example.org", "eviltodo.example.org"),
        ("backend-service:8000", "backend-service:8001"),
        ("*.example.org", "example.org"),
        ("*.example.org", "evilexample.org"),
        ("todo.example.org", "localhost.evil.test"),
        ("*", ""),
        ("*", None),
    ],
)
def test_another_name_is_told_which_setting_to_change(allowed: str, host: str | None) -> None:
    with pytest.raises(Misdirected, match="Add it to ALLOWED_HOSTS"):
        Hosts((allowed,), ()).check(asked(host))


def test_a_trusted_origin_names_a_host_too() -> None:
    hosts = Hosts((), ("https://app.example.org",))
    hosts.check(asked("app.example.org", "https://app.example.org"))


@pytest.mark.parametrize("origin", ["https://evil.test", "null", "", "http://localhost.evil.test", "http://["])
def test_a_page_of_another_site_is_refused(origin: str) -> None:
    with pytest.raises(CrossSite, match="TRUSTED_ORIGINS"):
        Hosts(("todo.example.org",), ()).check(asked("todo.example.org", origin))
