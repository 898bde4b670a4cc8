from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from todo.oauth.redirects import LONGEST, Destination, destination, matches, with_parameters

PORTS = st.integers(1, 65535)
LOOPBACKS = st.sampled_from(["127.0.0.1", "[::1]", "localhost"])


@pytest.mark.parametrize(
    ("uri", "kind", "name"),
    [
        ("https://assistant.example.com/callback", "site", "assistant.example.com"),
        ("https://assistant.example.com:443/callback?tab=1", "site", "assistant.example.com"),
        ("https://assistant.example.com:8443/callback", "site", "assistant.example.com:8443"),
        ("https://ASSISTANT.example.com/", "site", "assistant.example.com"),
        ("http://localhost:33418/callback", "computer", "localhost"),
        ("http://127.0.0.1/callback", "computer", "127.0.0.1"),
        ("http://[::1]:5000/", "computer", "::1"),
        ("https://localhost:3000/callback", "computer", "localhost"),
        ("com.example.app:/oauth", "app", "com.example.app"),
        ("editor://some.extension/callback?window=2", "app", "editor"),
    ],
)
def test_where_an_answer_goes(uri: str, kind: str, name: str) -> None:
    found = destination(uri)
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "/callback",
        "//evil.example.com/",
        "https:",
        "https:///callback",
        "http://assistant.example.com/callback",
        "http://127.0.0.2/",
        "http://127.0.0.1.evil.example.com/",
        "http://localhost.evil.example.com/",
        "http://127.1/",
        "http://0x7f000001/",
        "https://ada@evil.example.com/",
        "https://good.example.com@evil.example.com/",
        "https://good.example.com\\@evil.example.com/",
        "https://good.example.com%2eevil.example.com/",
        "https://evil.example.com/#fragment",
        "https://evil.example.com/ space",
        "https://evil.example.com/\r\nSet-Cookie: a=b",
        "https://evil.example.com:port/",
        "https://evil.example.com:0/",
        "https://exämple.com/",
        "HTTPS://evil.example.com/",
        "javascript:alert(1)",
        "data:text/html,hello",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://evil.example.com/x",
        "view-source:https://evil.example.com",
        "ws://127.0.0.1/",
        "intent://evil",
        "https://example.com/" + "x" * LONGEST,
    ],
)
def test_where_none_may_go(uri: str) -> None:
    with pytest.raises(ValueError, match="redirect URI"):
        destination(uri)


@given(LOOPBACKS, PORTS, PORTS)
def test_the_port_of_a_loopback_may_differ(host: str, one: int, other: int) -> None:
    assert matches(f"http://{host}:{one}/callback", f"http://{host}:{other}/callback")
    assert matches(f"http://{host}/callback", f"http://{host}:{other}/callback")
    assert not matches(f"http://{host}:{one}/callback", f"http://{host}:{other}/callback/")
    assert not matches(f"http://{host}:{one}/callback", f"http://{host}:{other}/callback?x=1")
    assert not matches(f"http://{host}:{one}/", f"https://assistant.example.com:{other}/")


@given(LOOPBACKS, LOOPBACKS)
def test_the_host_of_a_loopback_may_not(one: str, other: str) -> None:
    assert matches(f"http://{one}:1/", f"http://{other}:2/") == (one == other)


@given(st.text(max_size=40), st.text(max_size=40))
@example("https://a.example.com/", "https://a.example.com:444/")
@example("https://a.example.com/", "https://a.example.com/?x")
@example("https://a.example.com/", "https://A.example.com/")
@example("app.a:/x", "app.a:/y")
def test_anywhere_else_every_character_counts(one: str, other: str) -> None:
    assert matches(one, other) == (one == other)


ADDRESSES = st.sampled_from(
    ["https://a.example.com/cb", "https://a.example.com/cb?tab=1&x=%20", "com.example.app:/cb", "http://localhost:1/"]
)


@given(ADDRESSES, st.dictionaries(st.sampled_from(["code", "state", "iss"]), st.text(min_size=1), max_size=3))
def test_an_answer_keeps_the_address_and_says_what_it_says(uri: str, parameters: dict[str, str]) -> None:
    answered = with_parameters(uri, parameters)
    assert destination(answered.replace("\n", "")) == destination(uri)
    assert answered.startswith(uri)
    said = dict(parse_qsl(urlsplit(answered).query, keep_blank_values=True))
    assert {name: said[name] for name in parameters} == parameters


def test_destinations_are_values() -> None:
    assert destination("https://a.example.com/x") == Destination("site", "a.example.com")
