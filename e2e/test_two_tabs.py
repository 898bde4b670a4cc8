"""Two tabs of one person: each shows at once what the other did, and neither overwrites it unseen."""

import pytest
from playwright.sync_api import expect

from e2e.account import Account
from e2e.contexts import Contexts
from e2e.pages import App

AT_ONCE = 1_000


@pytest.fixture
def tabs(contexts: Contexts, account: Account) -> tuple[App, App]:
    """Two browsers, as on two machines."""
    desk, sofa = contexts.open(), contexts.open()
    account.register(desk)
    assert account.sign_in(sofa) == 200
    return App(desk.new_page()).open(), App(sofa.new_page()).open()


def test_a_change_shows_in_the_other_tab_at_once(tabs: tuple[App, App]) -> None:
    here, there = tabs
    here.tasks.add("water the ferns")
    expect(there.tasks.tick("water the ferns")).to_be_visible(timeout=AT_ONCE)
    there.tasks.tick("water the ferns").click()
    expect(here.tasks.is_open("water the ferns")).to_be_hidden(timeout=AT_ONCE)
    there.notice("Done").get_by_role("button", name="Undo").click()
    expect(here.tasks.is_open("water the ferns")).to_be_visible(timeout=AT_ONCE)


def test_who_changed_a_task_is_said(tabs: tuple[App, App]) -> None:
    here, there = tabs
    here.conversation.say("add water the ferns tomorrow")
    row = there.tasks.row("water the ferns")
    expect(row).to_contain_text("Assistant", timeout=AT_ONCE)
    history = there.tasks.open("water the ferns").history
    expect(history).to_contain_text("Assistant added it")


def test_what_the_assistant_did_is_taken_back_from_the_row(tabs: tuple[App, App]) -> None:
    here, there = tabs
    here.tasks.add("water the ferns")
    here.conversation.say("rename water the ferns to water the palms")
    row = there.tasks.row("water the palms")
    expect(row).to_contain_text("Assistant")
    row.hover()
    row.get_by_role("button", name="Undo: changed by Assistant").click()
    expect(there.tasks.tick("water the ferns")).to_be_visible()
    expect(here.tasks.tick("water the ferns")).to_be_visible(timeout=AT_ONCE)
    expect(here.conversation.log.get_by_role("button", name="Redo")).to_be_visible()


@pytest.mark.parametrize("keep", ["Keep mine", "Take the other"])
def test_two_edits_of_one_field_are_shown_side_by_side(tabs: tuple[App, App], keep: str) -> None:
    here, there = tabs
    here.tasks.add("report")
    expect(there.tasks.tick("report")).to_be_visible()
    mine = there.tasks.open("report")
    mine.title.fill("short report")
    theirs = here.tasks.open("report")
    theirs.title.fill("long report")
    theirs.save()
    expect(theirs.sheet).to_be_hidden()

    mine.save()
    expect(mine.conflict).to_contain_text("changed elsewhere")
    expect(mine.conflict.get_by_role("row", name="Title")).to_contain_text("short report")
    expect(mine.conflict.get_by_role("row", name="Title")).to_contain_text("long report")
    mine.conflict.get_by_role("button", name=keep).click()
    kept = "short report" if keep == "Keep mine" else "long report"
    expect(here.tasks.tick(kept)).to_be_visible()
    if keep == "Keep mine":
        expect(mine.sheet).to_be_hidden()
    else:
        expect(mine.title).to_have_value(kept)
