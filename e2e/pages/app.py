"""The app of somebody signed in: the views, and what floats above them."""

import re

from playwright.sync_api import Locator, Page, expect

from e2e.pages.conversation import Conversation
from e2e.pages.task_list import TaskList


class App:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.tasks = TaskList(page)
        self.conversation = Conversation(page)
        self.heading = page.get_by_role("heading", level=1)

    def open(self, path: str = "/all") -> "App":
        self.page.goto(path)
        self.wait()
        return self

    def reload(self) -> None:
        self.page.reload()
        self.wait()

    def wait(self) -> None:
        """Until the page is there with its tasks and its conversation."""
        expect(self.conversation.composer).to_be_visible()
        expect(self.page.get_by_role("status", name=re.compile("^Loading"))).to_have_count(0)

    def show(self, view: str) -> None:
        """Follow the link of a view or a list; its name may be followed by how many tasks are open."""
        self.page.get_by_role("navigation", name="Views").get_by_role("link", name=re.compile(rf"^{view}\b")).click()
        expect(self.heading).to_have_text(view)

    def choose(self, item: str) -> None:
        """Choose in the account's menu."""
        self.page.get_by_role("button", name=re.compile("^Account of")).click()
        self.page.get_by_role("menuitem", name=item).click()

    def notice(self, text: str) -> Locator:
        """A passing notice at the edge of the page."""
        notices = self.page.get_by_role("region", name="Notifications")
        return notices.get_by_role("status").or_(notices.get_by_role("alert")).filter(has_text=text)
