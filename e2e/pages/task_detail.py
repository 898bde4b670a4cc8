"""One task in full, in its sheet."""

from playwright.sync_api import Locator, Page, expect


class TaskDetail:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.sheet = page.get_by_role("dialog", name="Task")
        self.title = self.sheet.get_by_role("textbox", name="Title")
        self.description = self.sheet.get_by_role("textbox", name="Description")
        self.due = self.sheet.get_by_role("button", name="Due:")
        self.repeat = self.sheet.get_by_role("combobox", name="Repeat")
        self.list = self.sheet.get_by_role("button", name="List:")
        self.tag = self.sheet.get_by_role("textbox", name="Add a tag")
        self.history = self.sheet.get_by_role("region", name="History")
        self.conflict = self.sheet.get_by_role("alert")

    def pick_priority(self, name: str) -> None:
        self.sheet.get_by_role("radiogroup", name="Priority").get_by_text(name, exact=True).click()

    def priority(self, name: str) -> Locator:
        return self.sheet.get_by_role("radio", name=name, exact=True)

    def pick_due(self, choice: str, time: str | None = None) -> None:
        """A day by its short name ("Tomorrow"), then a time "HH:MM"."""
        self.due.click()
        picker = self.page.get_by_role("dialog", name="Due date")
        picker.get_by_role("button", name=choice).click()
        if time:
            self.due.click()
            picker.get_by_label("Time").fill(time)
            picker.get_by_role("button", name="Set").click()
        expect(picker).to_be_hidden()

    def pick_list(self, name: str) -> None:
        """A list by its name, made when there is none."""
        self.list.click()
        field = self.page.get_by_role("textbox", name="Find or name a list")
        field.fill(name)
        field.press("Enter")

    def add_tag(self, tag: str) -> None:
        self.tag.fill(tag)
        self.tag.press("Enter")

    def save(self) -> None:
        """Save; the sheet closes unless there is a conflict."""
        self.sheet.get_by_role("button", name="Save").click()

    def close(self) -> None:
        self.sheet.get_by_role("button", name="Close").last.click()
        expect(self.sheet).to_be_hidden()
