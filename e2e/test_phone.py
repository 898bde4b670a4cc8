"""On a phone: one pane at a time, the composer always in reach, nothing wider than the screen."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.account import Account
from e2e.contexts import Contexts
from e2e.pages import App, Settings, SignUp

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll("main button, main a, nav button, nav a, form button")]
    .filter(element => element.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(element => ({name: element.ariaLabel ?? element.textContent, box: element.getBoundingClientRect()}))
    .filter(({box}) => box.width && (box.width < 24 || box.height < 24)).map(({name}) => name)"""


def test_the_story_by_thumb(contexts: Contexts, account: Account) -> None:
    page = contexts.open(**PHONE).new_page()
    form = SignUp(page)
    form.open()
    form.send(account.email, account.password)
    app = App(page)
    expect(app.heading).to_have_text("Today")

    send(page, "add three tasks for today: buy bread, walk the dog, pay the rent")
    latest = page.get_by_role("region", name="Latest answer")
    expect(latest).to_contain_text("Added 3 tasks")
    expect(app.tasks.ticks).to_have_count(3)
    app.tasks.tick("walk the dog").tap()
    expect(app.tasks.tick("walk the dog")).to_be_hidden()
    app.notice("Done: walk the dog").get_by_role("button", name="Undo").tap()
    expect(app.tasks.tick("walk the dog")).to_be_visible()

    tabs = page.get_by_role("navigation", name="Panes")
    tabs.get_by_role("button", name="Chat").tap()
    expect(app.conversation.receipt("Added 3 tasks")).to_be_visible()
    app.conversation.receipt("Added 3 tasks").get_by_role("button", name="Undo").tap()
    tabs.get_by_role("button", name="Tasks").tap()
    expect(app.tasks.ticks).to_have_count(0)


def test_a_question_opens_the_conversation(contexts: Contexts, account: Account) -> None:
    app = signed_in(contexts.open(**PHONE), account)
    send(app.page, "add buy bread and buy butter")
    expect(app.tasks.ticks).to_have_count(2)
    send(app.page, "delete everything")
    expect(app.conversation.approval("Delete")).to_be_visible()
    app.conversation.approval("Delete").get_by_role("button", name="Yes").tap()
    expect(app.conversation.receipt("Deleted 2 tasks")).to_be_visible()


def test_the_menu_leads_to_every_view(contexts: Contexts, account: Account) -> None:
    app = signed_in(contexts.open(**PHONE), account)
    app.page.get_by_role("button", name="Menu").tap()
    menu = app.page.get_by_role("dialog", name="Menu")
    menu.get_by_role("link", name="Upcoming").tap()
    expect(menu).to_be_hidden()
    expect(app.heading).to_have_text("Upcoming")


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_the_screen(contexts: Contexts, account: Account, width: int) -> None:
    context = contexts.open(**{**PHONE, "viewport": {"width": width, "height": 640}})
    page = context.new_page()
    for path in ("/sign-in", "/sign-up"):
        page.goto(path)
        assert page.evaluate(OVERFLOW) == 0, path
    app = signed_in(context, account, page)
    send(page, "add renew the Donaudampfschifffahrtsgesellschaftskapitänspatent tomorrow at 9:00 #paperwork !high")
    expect(app.tasks.ticks).to_have_count(1)
    assert page.evaluate(OVERFLOW) == 0, "tasks"
    assert page.evaluate(SMALL_TARGETS) == []
    page.get_by_role("navigation", name="Panes").get_by_role("button", name="Chat").tap()
    expect(app.conversation.receipt("Added")).to_be_visible()
    assert page.evaluate(OVERFLOW) == 0, "conversation"
    Settings(page).open()
    assert page.evaluate(OVERFLOW) == 0, "settings"


def test_a_task_opens_as_a_sheet_that_fits(contexts: Contexts, account: Account) -> None:
    app = signed_in(contexts.open(**PHONE), account)
    app.tasks.add("buy bread")
    detail = app.tasks.open("buy bread")
    expect(detail.title).to_be_visible()
    box = detail.sheet.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 844
    assert app.page.evaluate(OVERFLOW) == 0


def signed_in(context: BrowserContext, account: Account, page: Page | None = None) -> App:
    account.register(context)
    return App(page or context.new_page()).open()


def send(page: Page, message: str) -> None:
    page.get_by_role("textbox", name="What do you need to do?").fill(message)
    page.get_by_role("button", name="Send").tap()
