"""The two pages of somebody who is not signed in."""

from playwright.sync_api import Locator, Page, expect

from e2e.pages.app import App


class _Form:
    PATH: str
    ACTION: str

    def __init__(self, page: Page) -> None:
        self.page = page
        self.email = page.get_by_role("textbox", name="E-mail")
        self.password = page.get_by_label("Password", exact=True)
        self.submit = page.get_by_role("button", name=self.ACTION)

    def open(self) -> None:
        self.page.goto(self.PATH)
        expect(self.email).to_be_focused()

    def send(self, email: str, password: str) -> None:
        self.email.fill(email)
        self.password.fill(password)
        self.submit.click()

    def enter(self, email: str, password: str) -> App:
        """Send what will be accepted, and arrive at the tasks."""
        self.open()
        self.send(email, password)
        app = App(self.page)
        app.wait()
        return app

    def complaint(self, text: str) -> Locator:
        return self.page.get_by_role("alert").filter(has_text=text)


class SignUp(_Form):
    PATH = "/sign-up"
    ACTION = "Create account"


class SignIn(_Form):
    PATH = "/sign-in"
    ACTION = "Sign in"
