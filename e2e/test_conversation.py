"""Talking: questions with candidates, approvals, receipts."""

import pytest
from playwright.sync_api import Locator, expect

from e2e.pages import App
from e2e.seed import add_tasks

REPORTS = ["send the report to Ana", "print the report"]


@pytest.fixture
def with_reports(app: App) -> App:
    add_tasks(app.page.context, *REPORTS, "water the ferns")
    expect(app.tasks.ticks).to_have_count(3)
    return app


def test_a_candidate_is_chosen_by_pressing_it(with_reports: App) -> None:
    app = with_reports
    app.conversation.say("complete the report")
    expect(app.conversation.choices).to_have_count(2)
    app.conversation.choices.filter(has_text="print the report").click()
    app.conversation.answer_to("print the report")
    expect(app.conversation.receipt("Done")).to_contain_text("print the report")
    expect(app.tasks.tick("print the report")).to_be_hidden()
    expect(app.tasks.tick("send the report to Ana")).to_be_visible()
    expect(app.conversation.choices.first).to_be_disabled()


@pytest.mark.parametrize("answer", ["2", "the second one"])
def test_a_candidate_is_chosen_by_its_number(with_reports: App, answer: str) -> None:
    app = with_reports
    app.conversation.say("complete the report")
    second = title_of(app.conversation.choices.nth(1))
    app.conversation.say(answer)
    expect(app.conversation.receipt("Done")).to_contain_text(second)
    expect(app.tasks.tick(second)).to_be_hidden()


def test_an_approval_does_what_is_left_of_it(with_reports: App) -> None:
    app = with_reports
    app.conversation.say("delete everything")
    card = app.conversation.approval("Delete")
    expect(card.get_by_role("listitem")).to_have_count(3)
    card.get_by_role("checkbox", name="water the ferns").uncheck()
    card.get_by_role("button", name="Yes, delete 2 tasks").click()
    expect(app.conversation.receipt("Deleted 2 tasks")).to_be_visible()
    expect(app.tasks.ticks).to_have_count(1)
    expect(app.tasks.tick("water the ferns")).to_be_visible()


def test_an_approval_says_of_each_task_what_would_happen(app: App) -> None:
    app.conversation.say("add to the list Home: water the ferns, fix the tap")
    app.conversation.say("add to the list Work: send the report, book a room")
    app.conversation.say("complete all the Home tasks and delete all the Work tasks")
    app.reload()
    card = app.conversation.approval("Change")
    card.get_by_role("checkbox", name="water the ferns Complete").uncheck()
    card.get_by_role("checkbox", name="send the report Delete").uncheck()
    expect(card.get_by_role("checkbox", name="fix the tap Complete")).to_be_checked()
    card.get_by_role("button", name="Yes, change 2 tasks").click()
    app.conversation.answer_to("Yes, all but water the ferns, send the report")
    expect(app.tasks.tick("water the ferns")).to_be_visible()
    expect(app.tasks.tick("send the report")).to_be_visible()
    expect(app.tasks.is_open("fix the tap")).to_be_hidden()
    expect(app.tasks.is_open("book a room")).to_be_hidden()


def test_no_changes_nothing(with_reports: App) -> None:
    app = with_reports
    app.conversation.say("delete everything")
    app.conversation.approval("Delete").get_by_role("button", name="No").click()
    app.conversation.answer_to("No")
    expect(app.conversation.approval("Delete").get_by_role("button", name="Yes")).to_be_hidden()
    expect(app.tasks.ticks).to_have_count(3)
    app.conversation.say("yes")
    expect(app.tasks.ticks).to_have_count(3)


@pytest.mark.parametrize("in_words", [True, False], ids=["in words", "by button"])
def test_an_approval_still_waits_after_a_reload(with_reports: App, in_words: bool) -> None:
    app = with_reports
    app.conversation.say("mark all my tasks as done")
    app.reload()
    card = app.conversation.approval("Complete")
    expect(card.get_by_role("listitem")).to_have_count(3)
    if in_words:
        app.conversation.say("yes")
    else:
        card.get_by_role("button", name="Yes").click()
    expect(app.conversation.receipt("Done 3 tasks")).to_be_visible()
    expect(app.tasks.ticks).to_have_count(0)


def test_a_receipt_is_taken_back_and_done_again(with_reports: App) -> None:
    app = with_reports
    app.conversation.say("I watered the ferns")
    done = app.conversation.receipt("Done")
    done.get_by_role("button", name="Undo").click()
    undone = app.conversation.receipt("Done, undone")
    expect(undone.get_by_role("button", name="Redo")).to_be_visible()
    expect(app.tasks.tick("water the ferns")).to_be_visible()
    undone.get_by_role("button", name="Redo").click()
    expect(done.get_by_role("button", name="Undo")).to_be_visible()
    expect(app.tasks.tick("water the ferns")).to_be_hidden()
    app.reload()
    expect(done.get_by_role("button", name="Undo")).to_be_visible()


def test_a_move_says_from_when_to_when(app: App) -> None:
    app.conversation.say("add call the garage tomorrow at 17:00")
    app.conversation.say("move it to the day after tomorrow")
    moved = app.conversation.receipt("Moved")
    expect(moved).to_contain_text("Tomorrow 17:00")
    expect(moved).to_contain_text("becomes")
    expect(moved.get_by_role("listitem").last).to_contain_text("17:00")
    expect(app.tasks.row("call the garage")).to_contain_text("17:00")


def test_what_was_recognised_shows_while_it_is_typed(app: App) -> None:
    app.conversation.composer.fill("water the ferns every day at 8:00 #garden")
    chips = app.page.get_by_role("list", name="Understood")
    expect(chips.get_by_role("listitem").filter(has_text="every day")).to_be_visible()
    expect(chips.get_by_role("listitem").filter(has_text="garden")).to_be_visible()
    app.conversation.composer.fill("hello")
    expect(chips.get_by_role("listitem")).to_have_count(0)


def test_a_message_can_not_grow_longer_than_is_allowed(app: App) -> None:
    app.conversation.composer.fill("x" * 1_999)
    app.conversation.composer.press_sequentially("yz")
    expect(app.conversation.composer).to_have_value("x" * 1_999 + "y")
    expect(app.page.get_by_text("0 left")).to_be_visible()
    app.conversation.composer.fill("   ")
    expect(app.page.get_by_role("button", name="Send")).to_be_disabled()


def title_of(choice: Locator) -> str:
    text = choice.text_content() or ""
    return next(title for title in REPORTS if title in text)
