"""Everything by keyboard alone: no test here moves the mouse."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.account import Account
from e2e.contexts import Contexts
from e2e.pages import App, SignUp
from e2e.seed import add_tasks

CHANGES_WITH_FOCUS = """element => {
    const frame = element.parentElement;
    const look = () => String([element, element.nextElementSibling, frame, frame?.parentElement]
        .filter(Boolean).map(getComputedStyle)
        .map(({outline, borderColor, boxShadow}) => outline + borderColor + boxShadow));
    const focused = look();
    element.blur();
    const blurred = look();
    element.focus();
    return focused !== blurred;
}"""


@pytest.fixture
def with_tasks(app: App) -> App:
    """Two tasks, the focus on the row of the first."""
    add_tasks(app.page.context, "feed the cat", "water the ferns")
    expect(app.tasks.ticks).to_have_count(2)
    app.page.keyboard.press("Escape")
    app.page.keyboard.press("j")
    expect_focus_on_row(app, "feed the cat")
    return app


def test_the_whole_story_without_a_mouse(contexts: Contexts, account: Account) -> None:
    page = contexts.open().new_page()
    SignUp(page).open()
    page.keyboard.type(account.email)
    page.keyboard.press("Tab")
    page.keyboard.type(account.password)
    page.keyboard.press("Enter")
    app = App(page)
    expect(app.conversation.composer).to_be_focused()

    type_message(page, "add three tasks: buy bread, walk the dog, pay the rent")
    expect(app.conversation.receipt("Added 3 tasks")).to_be_visible()
    expect(app.conversation.composer).to_be_focused()
    type_message(page, "I walked the dog")
    app.conversation.answer_to("I walked the dog")
    expect(app.conversation.receipt("Done")).to_be_visible()

    page.keyboard.press("Escape")
    page.keyboard.press("ControlOrMeta+z")
    expect(app.conversation.receipt("Done, undone")).to_be_visible()
    go_to(page, "All")
    expect(app.tasks.ticks).to_have_count(3)
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(app.tasks.ticks).to_have_count(2)
    app.reload()
    expect(app.tasks.ticks).to_have_count(2)


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
    expect_focus_on_row(app, "feed the cats")

    keys.press("Backspace")
    expect(app.tasks.tick("feed the cats")).to_be_hidden()
    expect_focus_on_row(app, "water the ferns")
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
    expect_focus_on_row(app, "feed the cat")

    keys.press("l")
    expect(app.page.get_by_role("textbox", name="Find or name a list")).to_be_focused()
    keys.type("Animals")
    keys.press("Enter")
    expect(app.tasks.row("feed the cat")).to_contain_text("Animals")
    expect_focus_on_row(app, "feed the cat")

    keys.press("t")
    expect(picker).to_be_visible()
    keys.press("Escape")
    expect(picker).to_be_hidden()
    expect_focus_on_row(app, "feed the cat")


def test_j_and_k_walk_and_x_selects_several(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    keys.press("x")
    keys.press("j")
    expect_focus_on_row(app, "water the ferns")
    keys.press("x")
    expect(app.page.get_by_role("toolbar", name="Selected tasks")).to_contain_text("2 selected")
    keys.press("k")
    expect_focus_on_row(app, "feed the cat")
    keys.press("d")
    expect(app.tasks.ticks).to_have_count(0)


@pytest.mark.parametrize(
    ("key", "dialog"),
    [("Enter", "Task"), ("?", "Keyboard shortcuts"), ("ControlOrMeta+k", "Go to anything")],
)
def test_the_focus_comes_back_after_a_dialog(with_tasks: App, key: str, dialog: str) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    keys.press(key)
    opened = app.page.get_by_role("dialog", name=dialog)
    expect(opened).to_be_visible()
    for _ in range(4):
        assert opened.evaluate("element => element.contains(document.activeElement)")
        keys.press("Tab")
    keys.press("Escape")
    expect(opened).to_be_hidden()
    expect_focus_on_row(app, "feed the cat")


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


def test_the_palette_finds_tasks_and_says_what_is_typed(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    keys.press("ControlOrMeta+k")
    keys.type("ferns")
    expect(app.page.get_by_role("option", selected=True)).to_contain_text("water the ferns")
    keys.press("Enter")
    expect(app.page.get_by_role("dialog", name="Task").get_by_role("textbox", name="Title")).to_have_value(
        "water the ferns"
    )
    keys.press("Escape")
    keys.press("ControlOrMeta+k")
    keys.type("I fed the cat")
    keys.press("Enter")
    expect(app.conversation.receipt("Done")).to_contain_text("feed the cat")


def test_a_question_is_answered_by_keys(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    app.conversation.say("delete everything")
    no = app.conversation.approval("Delete").get_by_role("button", name="No")
    for _ in range(20):
        keys.press("Shift+Tab")
        if no.evaluate("element => element === document.activeElement"):
            break
    expect(no).to_be_focused()
    expect_visible_focus(no)
    keys.press("Enter")
    app.conversation.answer_to("No")
    expect(app.conversation.composer).to_be_focused()


def test_the_focus_can_be_seen_wherever_tab_takes_it(with_tasks: App) -> None:
    app, keys = with_tasks, with_tasks.page.keyboard
    app.open()
    seen = set()
    for _ in range(40):
        keys.press("Tab")
        focused = app.page.locator(":focus")
        if focused.count():
            expect_visible_focus(focused)
            seen.add(focused.evaluate("element => element.ariaLabel ?? element.textContent"))
    assert {"feed the cat", "water the ferns", "All", "Add a list"} <= {name.split(",")[0] for name in seen}


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


def type_message(page: Page, message: str) -> None:
    page.keyboard.type(message)
    page.keyboard.press("Enter")


def go_to(page: Page, place: str) -> None:
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type(place)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(place)


def expect_focus_on_row(app: App, title: str) -> None:
    expect(app.tasks.row(title)).to_be_focused()


def expect_visible_focus(element: Locator) -> None:
    """The element, or the frame around it, looks different with the focus than without."""
    assert element.evaluate(CHANGES_WITH_FOCUS), (
        f"No focus to be seen on {element.evaluate('it => it.outerHTML')[:200]}"
    )
