"""Everything by keyboard alone: no test here moves the mouse."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.account import Account
from e2e.contexts import Contexts
from e2e.pages import App, SignUp

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
    app.tasks.expect_focus("feed the cat")


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


def type_message(page: Page, message: str) -> None:
    page.keyboard.type(message)
    page.keyboard.press("Enter")


def go_to(page: Page, place: str) -> None:
    page.keyboard.press("ControlOrMeta+k")
    page.keyboard.type(place)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(place)


def expect_visible_focus(element: Locator) -> None:
    """The element, or the frame around it, looks different with the focus than without."""
    assert element.evaluate(CHANGES_WITH_FOCUS), (
        f"No focus to be seen on {element.evaluate('it => it.outerHTML')[:200]}"
    )
