"""What people type stays what they typed: no markup, no script, no link."""

import pytest
from playwright.sync_api import expect

from e2e.pages import App
from e2e.seed import add_tasks

TITLES = [
    "<img src=x onerror=document.title='pwned'>",
    "**bold** [press](javascript:alert(1)) <b>b</b>",
    "</script><script>document.title='pwned'</script>",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_text_wherever_it_shows(app: App, title: str) -> None:
    add_tasks(app.page.context, title)
    app.conversation.say("what are my tasks?")
    card = app.conversation.newest.get_by_role("list", name="Tasks")
    expect(card).to_contain_text(title)
    expect(app.tasks.tick(title)).to_be_visible()
    detail = app.tasks.open(title)
    expect(detail.title).to_have_value(title)
    detail.close()
    app.tasks.tick(title).click()
    expect(app.notice(title)).to_be_visible()
    app.reload()
    expect_nothing_ran(app)


@pytest.mark.parametrize("title", TITLES)
def test_a_message_is_text(app: App, title: str) -> None:
    app.conversation.say(f'add "{title}"')
    expect(app.conversation.said.last).to_contain_text(title)
    app.reload()
    expect(app.conversation.said.last).to_contain_text(title)
    menu = app.conversation.threads()
    expect(menu.get_by_role("listitem")).to_have_count(1)
    expect_nothing_ran(app)


def test_an_address_is_text(app: App) -> None:
    app.page.goto("/search?q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D'pwned'%3E")
    expect(app.tasks.main.get_by_role("searchbox")).to_have_value("<img src=x onerror=document.title='pwned'>")
    expect_nothing_ran(app)


def expect_nothing_ran(app: App) -> None:
    expect(app.page).not_to_have_title("pwned")
    expect(app.page.locator("img, b, a[href^=javascript]")).to_have_count(0)
