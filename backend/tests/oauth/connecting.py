"""An app that connects, step by step, so that tests can take any step wrongly."""

import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from fixtures.people import Person
from todo.oauth.pkce import challenge_of

REDIRECT = "https://assistant.example.com/callback"
ORIGIN = "http://localhost:3000"
RESOURCE = f"{ORIGIN}/mcp"
LISTED = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
_ACCEPT = {"Accept": "application/json, text/event-stream"}


def answer_in(redirect: str) -> dict[str, str]:
    """The parameters that the browser brings."""
    return {name: values[0] for name, values in parse_qs(urlsplit(redirect).query, strict_parsing=True).items()}


@dataclass
class App:
    """A program without a session of ours."""

    http: httpx2.AsyncClient
    client_id: str
    redirect_uri: str = REDIRECT
    resource: str = RESOURCE
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))

    def asks(self, **changes: str) -> dict[str, str]:
        """The parameters of its authorisation request; empty ones are left out."""
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": self.redirect_uri,
            "code_challenge": challenge_of(self.verifier),
            "code_challenge_method": "S256",
            "scope": "read write",
            "state": "a state",
            "resource": self.resource,
        }
        return {name: value for name, value in (asked | changes).items() if value}

    async def code(self, person: Person, *allow: str, **changes: str) -> str:
        """The code that the person's yes brings."""
        redirect = await allowed(person, self.asks(**changes), *allow)
        return answer_in(redirect)["code"]

    async def token(self, **form: str) -> httpx2.Response:
        """What the token endpoint answers."""
        fields = {"client_id": self.client_id} | form
        return await self.http.post("/api/oauth/token", data={name: value for name, value in fields.items() if value})

    async def exchange(self, code: str, **changes: str) -> httpx2.Response:
        form = {"grant_type": "authorization_code", "code": code, "code_verifier": self.verifier}
        return await self.token(**(form | {"redirect_uri": self.redirect_uri, "resource": self.resource} | changes))

    async def refresh(self, refresh_token: str, **changes: str) -> httpx2.Response:
        return await self.token(**({"grant_type": "refresh_token", "refresh_token": refresh_token} | changes))

    async def connect(self, person: Person, *allow: str) -> dict[str, Any]:
        """The tokens of a connection that went well."""
        answer = await self.exchange(await self.code(person, *allow))
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        return tokens

    async def works(self, access_token: str, **options: Any) -> bool:
        """Whether /mcp still knows the token."""
        headers = {"Authorization": f"Bearer {access_token}", **_ACCEPT}
        answer = await self.http.post("/mcp", json=LISTED, headers=headers, **options)
        assert answer.status_code in (200, 401), answer.text
        return answer.status_code == 200


async def register(http: httpx2.AsyncClient, **metadata: Any) -> httpx2.Response:
    return await http.post("/api/oauth/register", json={"redirect_uris": [REDIRECT]} | metadata)


async def allowed(person: Person, asked: dict[str, str], *allow: str) -> str:
    """Where the person's browser goes once they said yes, to everything unless `allow` names less."""
    answer = await person.post("/api/oauth/authorization", **asked, allow=allow or ("read", "write"))
    redirect: str = answer["redirect_to"]
    return redirect
