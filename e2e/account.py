"""A person with an account of their own, so that tests can run in any order."""

from dataclasses import dataclass, field
from uuid import uuid4

from playwright.sync_api import BrowserContext

PASSWORD = "correct horse battery"
CSRF = {"X-CSRF": "1"}
"""What a browser's script sends with every change, and a form of another site can not."""


@dataclass(frozen=True, slots=True)
class Account:
    email: str = field(default_factory=lambda: f"{uuid4().hex[:12]}@example.com")
    password: str = PASSWORD

    def register(self, context: BrowserContext, name: str | None = None) -> None:
        """Make the account over HTTP, and sign this context in to it."""
        body = {"email": self.email, "password": self.password, "time_zone": "Europe/Berlin", "locale": "en-GB"}
        answer = context.request.post("/api/auth/register", data=body | ({"name": name} if name else {}), headers=CSRF)
        assert answer.status == 201, answer.text()

    def sign_in(self, context: BrowserContext) -> int:
        """Sign this context in over HTTP; returns the status of the answer."""
        body = {"email": self.email, "password": self.password}
        return context.request.post("/api/auth/login", data=body, headers=CSRF).status
