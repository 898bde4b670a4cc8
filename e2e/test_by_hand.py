"""Tasks changed by hand: in their row, in their sheet, in the trash."""

import re

from playwright.sync_api import expect

from e2e.line import Line
from e2e.pages import App
from e2e.seed import add_tasks


def test_a_tick_can_be_taken_back(app: App) -> None:
    app.tasks.add("water the ferns")
    app.tasks.tick("water the ferns").click()
    expect(app.tasks.tick("water the ferns")).to_be_hidden()
    app.notice("Done: water the ferns").get_by_role("button", name="Undo").click()
    expect(app.tasks.tick("water the ferns")).not_to_be_checked()


def test_a_task_is_there_once_while_it_is_being_stored(on_line: App, line: Line) -> None:
    app = on_line
    line.hold(b"201 Created", through=b"")
    app.tasks.field.fill("water the ferns")
    app.tasks.field.press("Enter")
    line.wait_held()
    expect(app.tasks.is_open("water the ferns")).to_have_count(1)
    app.page.wait_for_timeout(300)  # for what the live feed brings of it meanwhile
    expect(app.tasks.is_open("water the ferns")).to_have_count(1)
    line.release()
    expect(app.tasks.is_open("water the ferns")).to_be_enabled()


def test_what_is_typed_into_the_list_is_understood(app: App) -> None:
    app.tasks.add("pay the rent every month on the 1st #home !high", "pay the rent")
    row = app.tasks.row("pay the rent")
    expect(row.get_by_role("button", name="Tag home")).to_be_visible()
    expect(row).to_contain_text("High priority")
    expect(row).to_contain_text("every month")


def test_every_field_of_a_task_is_edited_in_its_sheet(app: App) -> None:
    app.tasks.add("report")
    detail = app.tasks.open("report")
    detail.title.fill("write the report")
    detail.description.fill("Two pages,\nno more.")
    detail.pick_due("Tomorrow", "09:30")
    detail.repeat.select_option("Every week")
    detail.pick_priority("High")
    detail.pick_list("Work")
    detail.add_tag("office")
    detail.save()
    expect(detail.sheet).to_be_hidden()

    app.reload()
    row = app.tasks.row("write the report")
    expect(row).to_contain_text("09:30")
    expect(row).to_contain_text("repeats every")
    expect(row).to_contain_text("High priority")
    expect(row.get_by_role("button", name="Tag office")).to_be_visible()
    app.show("Work")
    detail = app.tasks.open("write the report")
    expect(detail.description).to_have_value("Two pages,\nno more.")
    expect(detail.due).to_contain_text("09:30")
    expect(detail.priority("High")).to_be_checked()
    expect(detail.list).to_have_text("Work")


def test_fields_are_cleared_again(app: App) -> None:
    add_tasks(app.page.context, {"title": "write the report", "due": "2030-01-02T09:30", "tags": ["office"]})
    detail = app.tasks.open("write the report")
    detail.pick_due("No date")
    detail.sheet.get_by_role("button", name="Remove tag office").click()
    detail.save()
    expect(app.tasks.row("write the report").get_by_role("button", name="Set due date")).to_be_attached()
    expect(app.tasks.row("write the report").get_by_role("button", name="Tag office")).to_be_hidden()


def test_the_title_is_edited_in_its_row(app: App) -> None:
    app.tasks.add("reprot")
    app.tasks.menu("reprot", "Edit title")
    field = app.tasks.main.get_by_role("textbox", name="Title of reprot")
    field.fill("report")
    field.press("Enter")
    expect(app.tasks.tick("report")).to_be_visible()
    app.notice("Renamed to report").get_by_role("button", name="Undo").click()
    expect(app.tasks.tick("reprot")).to_be_visible()


def test_an_edit_that_is_cancelled_changes_nothing(app: App) -> None:
    app.tasks.add("report")
    detail = app.tasks.open("report")
    detail.title.fill("something else")
    detail.sheet.get_by_role("button", name="Cancel").click()
    expect(detail.sheet).to_be_hidden()
    expect(app.tasks.tick("report")).to_be_visible()


def test_a_deleted_task_waits_in_the_trash(app: App) -> None:
    app.tasks.add("report")
    app.tasks.menu("report", "Delete")
    expect(app.tasks.tick("report")).to_be_hidden()
    app.show("Trash")
    app.tasks.main.get_by_role("button", name="Restore report").click()
    expect(app.tasks.main.get_by_role("button", name="Restore report")).to_be_hidden()
    app.show("All")
    expect(app.tasks.tick("report")).to_be_visible()


def test_a_repeating_task_comes_again_when_it_is_done(app: App) -> None:
    add_tasks(app.page.context, {"title": "water the ferns", "due": "2030-01-02", "repeat": "FREQ=DAILY"})
    app.show("Upcoming")
    app.tasks.tick("water the ferns").click()
    expect(app.notice("Done: water the ferns")).to_be_visible()
    expect(app.tasks.main.get_by_role("region", name="Thursday, 3 January 2030")).to_contain_text("water the ferns")


def test_lists_are_made_renamed_and_deleted_with_their_tasks(app: App) -> None:
    views = app.page.get_by_role("navigation", name="Views")
    views.get_by_role("button", name="Add a list").click()
    views.get_by_role("textbox", name="Name of the new list").fill("Garden")
    app.page.keyboard.press("Enter")
    expect(app.heading).to_have_text("Garden")
    app.tasks.add("water the ferns")

    views.get_by_role("link", name=re.compile("^Garden")).hover()
    views.get_by_role("button", name="More for the list Garden").click()
    app.page.get_by_role("menuitem", name="Rename").click()
    views.get_by_role("textbox", name="New name of Garden").fill("Balcony")
    app.page.keyboard.press("Enter")
    expect(app.heading).to_have_text("Balcony")

    views.get_by_role("link", name=re.compile("^Balcony")).hover()
    views.get_by_role("button", name="More for the list Balcony").click()
    app.page.get_by_role("menuitem", name="Delete with its tasks").click()
    expect(views.get_by_role("link", name=re.compile("^Balcony"))).to_be_hidden()
    app.notice("Deleted the list Balcony").get_by_role("button", name="Undo").click()
    app.show("Balcony")
    expect(app.tasks.tick("water the ferns")).to_be_visible()


def test_tasks_are_found_by_their_words(app: App) -> None:
    for title in ("water the ferns", "call Zoë"):
        app.tasks.add(title)
    app.show("Search")
    app.tasks.main.get_by_role("searchbox", name="Search tasks").fill("zoë")
    expect(app.tasks.ticks).to_have_count(1)
    expect(app.tasks.tick("call Zoë")).to_be_visible()
    app.reload()
    expect(app.tasks.tick("call Zoë")).to_be_visible()
