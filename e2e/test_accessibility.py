"""No page breaks a rule of accessibility that axe-core calls serious, in either theme."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from e2e.axe import violations
from e2e.contexts import Contexts
from e2e.pages import App, Settings, SignIn, SignUp
from e2e.seed import add_tasks

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def fill(app: App) -> None:
    """Something of every kind that a page can show."""
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    add_tasks(
        app.page.context,
        {"title": "send the report", "due": f"{today - timedelta(days=1)}", "priority": "high", "tags": ["work"]},
        {"title": "print the report", "due": f"{today}T23:59", "priority": "medium", "description": "Both sides."},
        {"title": "water the ferns", "due": f"{today}", "repeat": "FREQ=WEEKLY", "priority": "low"},
    )
    app.conversation.say("add call Zoë next friday to the list Family")
    app.conversation.say("what do I have to do?")
    app.conversation.say("I called Zoë")
    app.conversation.say("complete the report")


def ask_to_delete(app: App) -> None:
    app.conversation.say("delete everything")
    expect(app.conversation.approval("Delete")).to_be_visible()


def open_palette(app: App) -> None:
    app.page.keyboard.press("ControlOrMeta+k")
    app.page.keyboard.type("report")
    expect(app.page.get_by_role("option").filter(has_text="print the report")).to_be_visible()


def open_shortcuts(app: App) -> None:
    app.choose("Keyboard shortcuts")
    expect(app.page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()


def open_due_picker(app: App) -> None:
    app.tasks.open("print the report").due.click()
    expect(app.page.get_by_role("dialog", name="Due date")).to_be_visible()


PLACES: dict[str, Callable[[App], object]] = {
    "all": lambda _: None,
    "today": lambda app: app.show("Today"),
    "upcoming": lambda app: app.show("Upcoming"),
    "list": lambda app: app.show("Family"),
    "done": lambda app: app.show("Done"),
    "trash": lambda app: app.show("Trash"),
    "search": lambda app: app.show("Search"),
    "task": lambda app: app.tasks.open("print the report"),
    "due picker": open_due_picker,
    "row menu": lambda app: app.tasks.row("print the report").get_by_role("button", name="More for").click(),
    "palette": open_palette,
    "shortcuts": open_shortcuts,
    "threads": lambda app: app.conversation.threads(),
    "approval": ask_to_delete,
    "settings": lambda app: Settings(app.page).open(),
}


@THEMES
def test_the_app(app: App, theme: str) -> None:
    app.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    fill(app)
    found = []
    for place, go in PLACES.items():
        go(app)
        found += [f"{place}: {violation}" for violation in violations(app.page)]
        app.open()
    assert found == []


@THEMES
def test_an_empty_app(app: App, theme: str) -> None:
    app.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    app.show("Today")
    assert violations(app.page) == []


@THEMES
def test_signing_up_and_in(contexts: Contexts, theme: str) -> None:
    page = contexts.open(color_scheme=theme).new_page()
    for form in (SignUp(page), SignIn(page)):
        form.open()
        form.send("nobody", "")
        expect(form.complaint("address")).to_be_visible()
        assert violations(page) == []


@THEMES
def test_a_page_that_is_not_there(app: App, theme: str) -> None:
    app.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    app.page.goto("/no/such/page")
    assert violations(app.page) == []
