"""The settings of an account."""

from playwright.sync_api import Locator, Page, expect


class Settings:
    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self) -> "Settings":
        self.page.goto("/settings")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Settings")
        return self

    def section(self, title: str) -> Locator:
        return self.page.get_by_role("region", name=title, exact=True)

    def mode(self, name: str) -> Locator:
        """A choice of who answers."""
        return self.section("Who answers").get_by_role("radio", name=name)

    def make_token(self, name: str, may: str, where: str, expires: str) -> Locator:
        """Make an access token; returns the dialog that shows it this once."""
        self.section("Access tokens").get_by_role("button", name="Create a token").click()
        dialog = self.page.get_by_role("dialog", name="Create a token")
        dialog.get_by_label("Name").fill(name)
        for field, choice in {"It may": may, "In": where, "It expires after": expires}.items():
            dialog.get_by_role("combobox", name=field, exact=True).select_option(choice)
        dialog.get_by_role("button", name="Create", exact=True).click()
        shown = self.page.get_by_role("dialog", name="Copy the token now")
        expect(shown).to_be_visible()
        return shown

    def change_password(self, current: str, new: str) -> None:
        section = self.section("Password")
        section.get_by_label("Current password").fill(current)
        section.get_by_label("New password").fill(new)
        section.get_by_role("button", name="Change password").click()

    def delete_account(self, password: str) -> None:
        self.section("Delete account").get_by_role("button", name="Delete account").click()
        dialog = self.page.get_by_role("dialog", name="Delete account")
        dialog.get_by_label("Type “delete” to confirm").fill("delete")
        dialog.get_by_label("Password").fill(password)
        dialog.get_by_role("button", name="Delete for good").click()

    def choose_theme(self, name: str) -> None:
        self.section("Appearance and keys").get_by_text(name, exact=True).click()
