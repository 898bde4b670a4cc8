"""The keys of the list and of the composer, each for itself."""

import re

from playwright.sync_api import expect

from e2e.pages import App


def test_single_keys_change_the_row_in_focus(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    row = app.tasks.row("feed the cat")
    for key, priority in {"1": "High", "2": "Medium", "3": "Low"}.items():
        keys.press(key)
        expect(row).to_contain_text(f"{priority} priority")
    keys.press("0")
    expect(row).not_to_contain_text("priority")

    keys.press("e")
    expect(app.tasks.main.get_by_role("textbox", name="Title of feed the cat")).to_be_focused()
    keys.type("feed the cats")
    keys.press("Enter")
    app.tasks.expect_focus("feed the cats")

    keys.press("Backspace")
    expect(app.tasks.tick("feed the cats")).to_be_hidden()
    app.tasks.expect_focus("water the ferns")
    keys.press("ControlOrMeta+z")
    expect(app.tasks.tick("feed the cats")).to_be_visible()
    keys.press("ControlOrMeta+Shift+z")
    expect(app.tasks.tick("feed the cats")).to_be_hidden()


def test_day_and_list_are_picked_by_keys_and_the_focus_comes_back(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    keys.press("t")
    picker = app.page.get_by_role("dialog", name="Due date")
    picker.get_by_role("button", name="Tomorrow").press("Enter")
    expect(app.tasks.main.get_by_role("region", name=re.compile("^Tomorrow"))).to_contain_text("feed the cat")
    app.tasks.expect_focus("feed the cat")

    keys.press("l")
    expect(app.page.get_by_role("textbox", name="Find or name a list")).to_be_focused()
    keys.type("Animals")
    keys.press("Enter")
    expect(app.tasks.row("feed the cat")).to_contain_text("Animals")
    app.tasks.expect_focus("feed the cat")

    keys.press("t")
    expect(picker).to_be_visible()
    keys.press("Escape")
    expect(picker).to_be_hidden()
    app.tasks.expect_focus("feed the cat")


def test_j_and_k_walk_and_x_selects_several(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    keys.press("x")
    keys.press("j")
    app.tasks.expect_focus("water the ferns")
    keys.press("x")
    expect(app.page.get_by_role("toolbar", name="Selected tasks")).to_contain_text("2 selected")
    keys.press("k")
    app.tasks.expect_focus("feed the cat")
    keys.press("d")
    expect(app.tasks.ticks).to_have_count(0)


def test_slash_goes_to_the_composer_and_c_closes_the_conversation(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    keys.press("c")
    expect(app.conversation.log).to_be_hidden()
    keys.press("c")
    expect(app.conversation.log).to_be_visible()
    keys.press("/")
    expect(app.conversation.composer).to_be_focused()
    expect(app.conversation.composer).to_have_value("")


def test_up_brings_the_last_message_back(app: App) -> None:
    app.conversation.say("what is due today?")
    app.page.keyboard.press("ArrowUp")
    expect(app.conversation.composer).to_have_value("what is due today?")


def test_single_keys_can_be_switched_off(with_tasks: App) -> None:
    app = with_tasks
    app.page.goto("/settings")
    app.page.get_by_role("checkbox", name="Single-key shortcuts").uncheck()
    app.open()
    app.conversation.composer.press("Escape")
    app.page.keyboard.press("j")
    app.page.keyboard.press("d")
    app.page.keyboard.press("?")
    expect(app.page.get_by_role("dialog")).to_be_hidden()
    expect(app.tasks.ticks).to_have_count(2)
