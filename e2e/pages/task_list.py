"""The tasks of a view, as rows that are changed by hand."""

from playwright.sync_api import Locator, Page, expect

from e2e.pages.task_detail import TaskDetail


class TaskList:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.get_by_role("main")
        self.field = self.main.get_by_role("textbox", name="Add a task")
        self.ticks = self.main.get_by_role("checkbox")

    def tick(self, title: str) -> Locator:
        return self.main.get_by_role("checkbox", name=title, exact=True)

    def is_open(self, title: str) -> Locator:
        """The box of a task only while it is not ticked; a ticked one stays for a moment before it leaves."""
        return self.main.get_by_role("checkbox", name=title, exact=True, checked=False)

    def row(self, title: str) -> Locator:
        return self.main.get_by_role("listitem").filter(has=self.page.get_by_role("checkbox", name=title, exact=True))

    def expect_focus(self, title: str) -> None:
        """The keys of the list act on this row."""
        expect(self.row(title)).to_be_focused()

    def add(self, text: str, title: str | None = None) -> None:
        """Add a task by hand, until its row is there under `title` (else `text`) and is stored."""
        self.field.fill(text)
        self.field.press("Enter")
        expect(self.main.get_by_role("checkbox", name=title or text, exact=True, disabled=True)).to_have_count(0)
        expect(self.tick(title or text)).to_be_visible()

    def open(self, title: str) -> TaskDetail:
        self.row(title).get_by_role("button", name=title, exact=True).click()
        return TaskDetail(self.page)

    def menu(self, title: str, item: str) -> None:
        """Choose in the menu of a row."""
        row = self.row(title)
        row.hover()
        row.get_by_role("button", name=f"More for {title}").click()
        self.page.get_by_role("menuitem", name=item).click()
