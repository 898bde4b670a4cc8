"""Light, dark, and still for those who ask for it."""

import pytest
from playwright.sync_api import Page, expect

from e2e.account import Account
from e2e.contexts import Contexts
from e2e.pages import App, Settings

LUMA = """() => {
    const pixel = document.createElement("canvas").getContext("2d");
    pixel.fillStyle = getComputedStyle(document.body).backgroundColor;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
}"""
MOVING = "document.getAnimations().filter(({effect}) => effect.getComputedTiming().duration > 1).length"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_device(contexts: Contexts, account: Account, theme: str) -> None:
    context = contexts.open(color_scheme=theme)
    account.register(context)
    app = App(context.new_page()).open()
    assert is_dark(app.page) == (theme == "dark")


def test_a_chosen_theme_stays(app: App) -> None:
    Settings(app.page).open().choose_theme("Dark")
    assert is_dark(app.page)
    app.open()
    assert is_dark(app.page)
    app.choose("Light theme")
    assert not is_dark(app.page)
    app.reload()
    assert not is_dark(app.page)


def test_nothing_moves_for_those_who_ask_for_it(app: App) -> None:
    app.page.emulate_media(reduced_motion="reduce")
    app.tasks.add("water the ferns")
    app.tasks.tick("water the ferns").click()
    assert app.page.evaluate(MOVING) == 0
    app.page.keyboard.press("ControlOrMeta+k")
    expect(app.page.get_by_role("dialog", name="Go to anything")).to_be_visible()
    assert app.page.evaluate(MOVING) == 0


def test_the_address_of_a_view_leads_back_to_it(app: App) -> None:
    app.show("Upcoming")
    app.show("Done")
    app.page.go_back()
    expect(app.heading).to_have_text("Upcoming")
    expect(app.page).to_have_title("Upcoming · Todo")
    app.reload()
    expect(app.heading).to_have_text("Upcoming")


def is_dark(page: Page) -> bool:
    return bool(page.evaluate(LUMA) < 128)
