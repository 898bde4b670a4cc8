"""Conversations side by side: begun, renamed, found again, deleted."""

import re

from playwright.sync_api import expect

from e2e.pages import App


def test_threads_are_begun_renamed_found_and_deleted(app: App) -> None:
    talk = app.conversation
    talk.say("add water the ferns")
    talk.new()
    talk.say("what is due today?")

    menu = talk.threads()
    expect(menu.get_by_role("listitem")).to_have_count(2)
    menu.get_by_role("button", name="Rename add water the ferns").click()
    field = menu.get_by_role("textbox", name="New name of")
    field.fill("Garden")
    field.press("Enter")
    expect(menu.get_by_role("button", name=re.compile("^Garden"))).to_be_visible()

    menu.get_by_role("searchbox", name="Search conversations").fill("ferns")
    expect(menu.get_by_role("listitem")).to_have_count(1)
    menu.get_by_role("button", name=re.compile("^Garden")).click()
    expect(talk.said).to_have_text(["add water the ferns"])

    app.reload()
    expect(talk.said).to_have_text(["add water the ferns"])
    menu = talk.threads()
    menu.get_by_role("button", name="Delete Garden").click()
    menu.get_by_role("button", name="Delete", exact=True).click()
    expect(menu.get_by_role("listitem")).to_have_count(1)
    app.page.keyboard.press("Escape")
    expect(talk.said).to_have_count(0)
    expect(app.tasks.tick("water the ferns")).to_be_visible()


def test_the_deletion_of_a_thread_can_be_thought_better_of(app: App) -> None:
    app.conversation.say("add water the ferns")
    menu = app.conversation.threads()
    menu.get_by_role("button", name="Delete add water the ferns").click()
    menu.get_by_role("button", name="Keep").click()
    expect(menu.get_by_role("listitem")).to_have_count(1)


def test_what_is_half_written_stays_with_its_thread(app: App) -> None:
    talk = app.conversation
    talk.say("add water the ferns")
    talk.composer.fill("and then")
    talk.new()
    expect(talk.composer).to_have_value("")
    talk.threads().get_by_role("button", name=re.compile("^add water the ferns")).click()
    expect(talk.composer).to_have_value("and then")
