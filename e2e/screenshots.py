"""Draws the pictures of the README from the real app: `python -m e2e.screenshots`."""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, sync_playwright

from dev.application import Application, free_port
from dev.environment import ROOT, build_frontend
from e2e.account import Account
from e2e.browser import launch
from e2e.contexts import Contexts
from e2e.pages import App

IMAGES = ROOT / "docs" / "images"
MOST_BYTES = 300_000
DESKTOP: dict[str, Any] = {"viewport": {"width": 1360, "height": 850}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
TALK = [
    "add to the list Home: water the ferns every Sunday, fix the kitchen tap, buy a birthday card for Ines",
    "add to the list Work: send the report tomorrow, book a room for the workshop, review the draft",
    "add to the list Trip: renew the passport by the end of the month, find a hotel in Porto, ask Ines about the train",
    "remind me to call the dentist tomorrow at 17:30, high priority",
    "pay the rent every month on the 1st",
    "I fixed the kitchen tap",
    "pick up the parcel today #errands",
]


def main() -> None:
    """Write docs/images/{app-light,app-dark,phone}.png. Raises ValueError when one is too heavy for a README."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        Application(build_frontend(), free_port(), Path(data), RATE_LIMITS="off", CHAT_MODE="offline") as application,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        account = Account("marta@example.com")
        draw_desktop(browser, application.url, account)
        draw_phone(browser, application.url, account)
        browser.close()


def draw_desktop(browser: Browser, url: str, account: Account) -> None:
    contexts = Contexts(browser, url)
    context = contexts.open(**DESKTOP)
    account.register(context, name="Marta Lindqvist")
    app = App(context.new_page()).open("/upcoming")
    for message in TALK:
        app.conversation.say(message)
    app.conversation.new()
    in_three_days = datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(days=3)
    for message in ["what is due this week?", f"move the report to {in_three_days:%A}"]:
        app.conversation.say(message)
    app.reload()
    for theme in ("light", "dark"):
        app.page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
        save(app.page, f"app-{theme}")
    contexts.close()


def draw_phone(browser: Browser, url: str, account: Account) -> None:
    contexts = Contexts(browser, url)
    context = contexts.open(**PHONE)
    account.sign_in(context)
    page = context.new_page()
    app = App(page).open("/today")
    tabs = page.get_by_role("navigation", name="Panes")
    tabs.get_by_role("button", name="Chat").tap()
    app.conversation.receipt("Moved").wait_for()
    tabs.get_by_role("button", name="Tasks").tap()
    app.conversation.composer.fill("add buy oranges today")
    page.get_by_role("button", name="Send").tap()
    page.get_by_role("region", name="Latest answer").get_by_text("oranges").wait_for()
    save(page, "phone")
    contexts.close()


def save(page: Page, name: str) -> None:
    path = IMAGES / f"{name}.png"
    page.screenshot(path=path)
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"{path} has {path.stat().st_size} bytes, more than {MOST_BYTES}. Make its view smaller.")
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
