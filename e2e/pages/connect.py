"""The page that asks whether an app may use the person's tasks."""

from playwright.sync_api import Locator, Page


class Connect:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.heading = page.get_by_role("heading", level=1)
        self.allow = page.get_by_role("button", name="Allow")
        self.deny = page.get_by_role("button", name="Deny")

    def choose(self, scope: str) -> None:
        self.page.get_by_role("radio", name=scope).check()

    def choose_list(self, name: str) -> None:
        self.page.get_by_label("In", exact=True).select_option(name)

    def refusal(self) -> Locator:
        return self.page.get_by_role("alert").filter(has_text="cannot be connected")
