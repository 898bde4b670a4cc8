"""The conversation: what is said, and the cards of the answers."""

import re

from playwright.sync_api import Locator, Page, expect


class Conversation:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.composer = page.get_by_role("textbox", name="What do you need to do?")
        self.log = page.get_by_role("log", name="Conversation")
        self.said = self.log.get_by_role("article", name="You")
        self.answers = self.log.get_by_role("article", name="Assistant")
        self.newest = self.answers.last
        self.stop = page.get_by_role("form", name="Message").get_by_role("button", name="Stop")

    def send(self, message: str) -> None:
        """Send a message without waiting for its answer."""
        self.composer.fill(message)
        self.composer.press("Enter")

    def say(self, message: str) -> Locator:
        """Send a message; returns its answer, complete."""
        self.send(message)
        return self.answer_to(message)

    def answer_to(self, message: str) -> Locator:
        """Wait until what was said last is `message`, and is answered."""
        expect(self.said.last).to_have_text(message)
        expect(self.log.get_by_role("article").last).to_have_accessible_name("Assistant")
        # The first question to a model waits for its SDKs to be loaded, too.
        expect(self.log).to_have_attribute("aria-busy", "false", timeout=15_000)
        return self.newest

    def receipt(self, name: str) -> Locator:
        """The newest receipt whose heading is `name`: "Added 3 tasks", "Done, undone"."""
        return self.log.get_by_role("group", name=re.compile(rf"^{re.escape(name)}$")).last

    def approval(self, verb: str) -> Locator:
        return self.log.get_by_role("group", name=f"{verb} these tasks?").last

    @property
    def choices(self) -> Locator:
        """The candidates of the newest question, as buttons."""
        return self.log.get_by_role("list", name="Which task?").last.get_by_role("button")

    def new(self) -> None:
        self.page.get_by_role("button", name="New conversation", exact=True).click()
        expect(self.answers).to_have_count(0)
        expect(self.composer).to_be_focused()

    def threads(self) -> Locator:
        """Open the menu of all conversations."""
        self.page.get_by_role("button", name=re.compile("^Conversations, open:")).click()
        menu = self.page.get_by_role("dialog", name="Conversations")
        expect(menu).to_be_visible()
        return menu
