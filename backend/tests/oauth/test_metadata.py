import httpx2
import pytest
from mcp.shared.auth import OAuthMetadata, ProtectedResourceMetadata

from fixtures.people import Town
from oauth.connecting import LISTED


@pytest.mark.parametrize("path", ["", "/mcp"])
async def test_who_gives_tokens_and_how(http: httpx2.AsyncClient, path: str) -> None:
    resource = (await http.get(f"/.well-known/oauth-protected-resource{path}")).json()
    assert resource["resource"] == "http://localhost:3000/mcp"
    assert resource["authorization_servers"] == ["http://localhost:3000"]
    server = (await http.get(f"/.well-known/oauth-authorization-server{path}")).json()
    assert server["issuer"] == "http://localhost:3000"
    assert server["code_challenge_methods_supported"] == ["S256"]
    assert server["authorization_response_iss_parameter_supported"] is True
    ProtectedResourceMetadata.model_validate(resource)
    OAuthMetadata.model_validate(server)


async def test_every_endpoint_named_is_there(http: httpx2.AsyncClient, town: Town) -> None:
    server = (await http.get("/.well-known/oauth-authorization-server")).json()
    for name in ("registration_endpoint", "token_endpoint", "revocation_endpoint"):
        assert (await http.post(server[name])).status_code == 400, name
    assert server["authorization_endpoint"] == "http://localhost:3000/connect"


async def test_mcp_says_where_to_look(http: httpx2.AsyncClient) -> None:
    answer = await http.post("/mcp", json=LISTED)
    assert answer.status_code == 401
    said = answer.headers["www-authenticate"]
    assert 'resource_metadata="http://localhost:3000/.well-known/oauth-protected-resource/mcp"' in said


async def test_behind_a_proxy_everything_is_where_the_browser_is(http: httpx2.AsyncClient) -> None:
    forwarded = {"X-Forwarded-Host": "todo.example.org", "X-Forwarded-Proto": "https"}
    server = (await http.get("/.well-known/oauth-authorization-server", headers=forwarded)).json()
    assert server["token_endpoint"] == "https://todo.example.org/api/oauth/token"
    resource = (await http.get("/.well-known/oauth-protected-resource", headers=forwarded)).json()
    assert resource["resource"] == "https://todo.example.org/mcp"


async def test_a_host_that_is_none_gets_nothing(http: httpx2.AsyncClient) -> None:
    answer = await http.get("/.well-known/oauth-authorization-server", headers={"Host": "a@b"})
    assert answer.status_code == 422
    assert "Host header" in answer.json()["detail"]
