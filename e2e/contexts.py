"""Browser contexts, each like the browser of one more person, and what goes wrong in them unseen."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

_PERSON: dict[str, Any] = {
    "locale": "en-GB",
    "timezone_id": "Europe/Berlin",
    "viewport": {"width": 1280, "height": 800},
    "reduced_motion": "reduce",
}
# The browser's own note on any answer that is no 2xx; answers are judged by their status instead.
_NOTE_ON_ANSWER = "Failed to load resource"
# A page that is left, and a stream that the page closes, end their requests so.
_ABORTED = "net::ERR_ABORTED"


class Contexts:
    """Opens contexts, and keeps what no person should ever cause: errors on the console (violations of the content
    security policy among them), uncaught exceptions, answers of 5xx and requests that got none."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.url = url
        self.problems: list[str] = []
        self.console: list[str] = []
        self._browser = browser
        self._opened: list[BrowserContext] = []
        self._outage = False

    def open(self, **options: Any) -> BrowserContext:
        """A context of its own, with the options of `Browser.new_context`."""
        context = self._browser.new_context(**{"base_url": self.url, **_PERSON, **options})
        context.set_default_timeout(10_000)
        context.on("console", self._take_message)
        context.on("weberror", lambda error: self._blame(f"uncaught: {error.error}"))
        context.on("response", self._take_response)
        context.on("requestfailed", self._take_failure)
        self._opened.append(context)
        return context

    @contextlib.contextmanager
    def outage(self) -> Iterator[None]:
        """While the server or the line is away on purpose, requests may fail."""
        self._outage = True
        try:
            yield
        finally:
            self._outage = False

    def save(self, folder: Path) -> None:
        """A picture of every open page, and all that the consoles said."""
        folder.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(self._pages(), 1):
            with contextlib.suppress(Exception):
                page.screenshot(path=folder / f"page-{number}.png")
        (folder / "console.log").write_text("\n".join([*self.console, *self.problems, ""]))

    def close(self) -> None:
        for context in self._opened:
            context.close()
        self._opened.clear()

    def _pages(self) -> list[Page]:
        return [page for context in self._opened for page in context.pages]

    def _take_message(self, message: ConsoleMessage) -> None:
        line = f"{message.type}: {message.text} ({message.location['url']})"
        self.console.append(line)
        if message.type == "error" and not message.text.startswith(_NOTE_ON_ANSWER):
            self._blame(line)

    def _take_response(self, response: Response) -> None:
        if response.status >= 500:
            self._blame(f"{response.status} {response.request.method} {response.url}")

    def _take_failure(self, request: Request) -> None:
        if request.failure != _ABORTED:
            self._blame(f"{request.failure}: {request.method} {request.url}")

    def _blame(self, problem: str) -> None:
        if self._outage:
            self.console.append(f"(during the outage) {problem}")
        else:
            self.problems.append(problem)
