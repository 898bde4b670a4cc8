"""A hosted assistant: it knows the app's address and nothing else, and talks to it through the front end."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import APIRequestContext, APIResponse, BrowserContext, Route

HOST = "assistant.example.com"
CALLBACK = f"https://{HOST}/callback"
_MCP = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}


@dataclass
class Assistant:
    """`http` has nobody's cookies; `url` is where the app is open."""

    http: APIRequestContext
    url: str
    name: str = "Helpful Assistant"
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    answers: list[dict[str, str]] = field(default_factory=list)
    server: dict[str, Any] = field(default_factory=dict)
    client_id: str = ""

    def register(self) -> "Assistant":
        """Find the server from /mcp on, and register there."""
        refused = self.call("tools/list", token="nobody's")
        assert refused.status == 401
        where = refused.headers["www-authenticate"].partition('resource_metadata="')[2].partition('"')[0]
        resource = self._read(where)
        assert resource["resource"] == f"{self.url}/mcp"
        issuer = resource["authorization_servers"][0]
        self.server = self._read(f"{issuer}/.well-known/oauth-authorization-server")
        assert self.server["issuer"] == issuer == self.url
        body = {"client_name": self.name, "redirect_uris": [CALLBACK]}
        answer = self.http.post(self.server["registration_endpoint"], data=body)
        assert answer.status == 201, answer.text()
        self.client_id = answer.json()["client_id"]
        return self

    def address(self, **changes: str) -> str:
        """Where it sends the person."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": CALLBACK,
            "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
            "code_challenge_method": "S256",
            "scope": "read write",
            "state": "a state & more",
            "resource": f"{self.url}/mcp",
        }
        return f"{self.server['authorization_endpoint']}?{urlencode(asked | changes)}"

    def await_in(self, context: BrowserContext) -> None:
        """Answer the person's browser when it comes back."""

        def arrived(route: Route) -> None:
            query = parse_qs(urlsplit(route.request.url).query)
            self.answers.append({name: values[0] for name, values in query.items()})
            route.fulfill(content_type="text/html", body="<h1>Back in the assistant</h1>")

        context.route(f"https://{HOST}/**", arrived)

    def tokens(self) -> dict[str, Any]:
        """What the newest answer's code is worth."""
        form: dict[str, str | float | bool] = {
            "grant_type": "authorization_code",
            "client_id": self.client_id,
            "code": self.answers[-1]["code"],
            "code_verifier": self.verifier,
            "redirect_uri": CALLBACK,
            "resource": f"{self.url}/mcp",
        }
        answer = self.http.post(self.server["token_endpoint"], form=form)
        assert answer.status == 200, answer.text()
        tokens: dict[str, Any] = answer.json()
        return tokens

    def call(self, method: str, token: str, **params: Any) -> APIResponse:
        """One message to /mcp."""
        message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        headers = {**_MCP, "Authorization": f"Bearer {token}"}
        return self.http.post(f"{self.url}/mcp", data=json.dumps(message), headers=headers)

    def _read(self, url: str) -> dict[str, Any]:
        answer = self.http.get(url)
        assert answer.status == 200, url
        found: dict[str, Any] = answer.json()
        return found
