"""Somebody who uses the app over HTTP, through the front end's Service."""

from typing import Any
from uuid import uuid4

import httpx2

from e2e.account import CSRF, PASSWORD


class Person:
    """Every request is a connection of its own, so that any pod may answer it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._cookies = httpx2.Cookies()
        self._credentials = {"email": f"{uuid4().hex[:12]}@example.com", "password": PASSWORD}

    def register(self) -> None:
        self._send("POST", "/api/auth/register", self._credentials)

    def sign_in(self) -> None:
        self._send("POST", "/api/auth/login", self._credentials)

    def add(self, title: str) -> None:
        self._send("POST", "/api/tasks", {"title": title})

    def tasks(self) -> list[str]:
        return [task["title"] for task in self._send("GET", "/api/tasks")["items"]]

    def _send(self, method: str, path: str, body: Any = None) -> Any:
        with httpx2.Client(base_url=self.url, headers=CSRF, cookies=self._cookies, timeout=10) as client:
            answer = client.request(method, path, json=body)
            self._cookies = client.cookies
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json()
