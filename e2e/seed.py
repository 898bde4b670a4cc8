"""Tasks that are there before a test begins, made over HTTP."""

from typing import Any

from playwright.sync_api import BrowserContext

from e2e.account import CSRF


def add_tasks(context: BrowserContext, *tasks: str | dict[str, Any]) -> None:
    """Add tasks of whoever is signed in, each a title or the fields of `POST /api/tasks`."""
    for task in tasks:
        body = {"title": task} if isinstance(task, str) else task
        answer = context.request.post("/api/tasks", data=body, headers=CSRF)
        assert answer.status == 201, answer.text()
