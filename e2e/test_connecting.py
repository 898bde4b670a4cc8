"""An assistant connects by asking the person, and is disconnected by them."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from dev.application import Application
from e2e.account import PASSWORD, Account
from e2e.assistant import HOST, Assistant
from e2e.axe import violations
from e2e.contexts import Contexts
from e2e.pages import App, Connect, Settings, SignIn, SignUp
from e2e.seed import add_tasks


@pytest.fixture
def assistant(contexts: Contexts, application: Application) -> Assistant:
    return Assistant(contexts.open().request, application.url).register()


@pytest.fixture
def context(contexts: Contexts, account: Account, assistant: Assistant) -> BrowserContext:
    """The browser of somebody signed in, which the assistant waits for."""
    context = contexts.open()
    account.register(context)
    assistant.await_in(context)
    return context


def test_an_allowed_assistant_acts_until_it_is_disconnected(context: BrowserContext, assistant: Assistant) -> None:
    page = Connect(context.new_page())
    page.page.goto(assistant.address())
    expect(page.heading).to_have_text("Connect “Helpful Assistant”?")
    expect(page.page.get_by_text(HOST)).to_be_visible()
    page.allow.click()
    expect(page.heading).to_have_text("Back in the assistant")
    assert assistant.answers[-1]["state"] == "a state & more"
    assert assistant.answers[-1]["iss"] == assistant.url

    token = assistant.tokens()["access_token"]
    app = App(context.new_page()).open()
    added = assistant.call("tools/call", token, name="add_task", arguments={"title": "water the ferns"})
    assert added.status == 200, added.text()
    expect(app.tasks.tick("water the ferns")).to_be_visible()

    settings = Settings(app.page).open()
    connected = settings.section("Connected apps").get_by_role("listitem")
    expect(connected).to_contain_text(f"{HOST} · read and change")
    connected.get_by_role("button", name="Disconnect Helpful Assistant").click()
    expect(connected).to_have_count(0)
    assert assistant.call("tools/list", token).status == 401


def test_an_assistant_may_be_allowed_to_read_alone(context: BrowserContext, assistant: Assistant) -> None:
    page = Connect(context.new_page())
    page.page.goto(assistant.address())
    page.choose("Only read tasks")
    page.allow.click()
    expect(page.heading).to_have_text("Back in the assistant")
    tokens = assistant.tokens()
    assert tokens["scope"] == "read"
    refused = assistant.call("tools/call", tokens["access_token"], name="add_task", arguments={"title": "x"})
    assert refused.status == 403


def test_an_assistant_may_be_allowed_one_list_alone(context: BrowserContext, assistant: Assistant) -> None:
    add_tasks(context, {"title": "water the ferns", "list": "Home"}, "sign the contract")
    page = Connect(context.new_page())
    page.page.goto(assistant.address())
    page.choose_list("Home")
    page.allow.click()
    expect(page.heading).to_have_text("Back in the assistant")
    listed = assistant.call("tools/call", assistant.tokens()["access_token"], name="list_tasks", arguments={})
    assert "ferns" in listed.text()
    assert "contract" not in listed.text()
    connected = Settings(page.page).open().section("Connected apps").get_by_role("listitem")
    expect(connected).to_contain_text("only the list Home")


def test_a_no_is_told_to_the_assistant(context: BrowserContext, assistant: Assistant) -> None:
    page = Connect(context.new_page())
    page.page.goto(assistant.address())
    page.deny.click()
    expect(page.heading).to_have_text("Back in the assistant")
    assert assistant.answers[-1]["error"] == "access_denied"
    assert "code" not in assistant.answers[-1]


@pytest.mark.parametrize("new", [False, True])
def test_who_is_signed_out_signs_in_first_and_comes_back(
    contexts: Contexts, account: Account, assistant: Assistant, new: bool
) -> None:
    context = contexts.open()
    assistant.await_in(context)
    if not new:
        account.register(contexts.open())
    page = Connect(context.new_page())
    page.page.goto(assistant.address())
    expect(page.heading).to_have_text("Sign in")
    if new:
        page.page.get_by_role("link", name="Create an account").click()
        expect(page.heading).to_have_text("Create your account")
    (SignUp if new else SignIn)(page.page).send(account.email, PASSWORD)
    expect(page.heading).to_have_text("Connect “Helpful Assistant”?")
    expect(page.page.get_by_text(account.email)).to_be_visible()
    page.allow.click()
    expect(page.heading).to_have_text("Back in the assistant")
    assert assistant.tokens()["scope"] == "read write"


def test_another_account_can_be_taken(context: BrowserContext, assistant: Assistant) -> None:
    page = Connect(context.new_page())
    page.page.goto(assistant.address())
    page.page.get_by_role("button", name="Use another account").click()
    other = Account()
    expect(page.heading).to_have_text("Sign in")
    page.page.get_by_role("link", name="Create an account").click()
    expect(page.heading).to_have_text("Create your account")
    SignUp(page.page).send(other.email, PASSWORD)
    expect(page.page.get_by_text(other.email)).to_be_visible()


def test_an_answer_goes_nowhere_but_to_the_assistant(context: BrowserContext, assistant: Assistant) -> None:
    page = Connect(context.new_page())
    page.page.goto(assistant.address(redirect_uri="https://evil.example.com/"))
    expect(page.refusal()).to_contain_text("did not register")
    expect(page.page.get_by_role("button")).to_have_count(0)
    page.page.goto(assistant.address(client_id="nobody"))
    expect(page.refusal()).to_contain_text("not registered here")


def test_a_request_that_cannot_be_granted_goes_back_by_a_press_alone(
    context: BrowserContext, assistant: Assistant
) -> None:
    page = Connect(context.new_page())
    page.page.goto(assistant.address(code_challenge_method="plain"))
    expect(page.refusal()).to_contain_text("S256")
    assert assistant.answers == []
    page.page.get_by_role("button", name="Back to Helpful Assistant").click()
    expect(page.heading).to_have_text("Back in the assistant")
    assert assistant.answers[-1]["error"] == "invalid_request"


def test_no_other_page_may_show_the_question_in_a_frame(context: BrowserContext, assistant: Assistant) -> None:
    answer = context.request.get(assistant.address())
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_signing_in_leads_to_no_other_site(contexts: Contexts, account: Account) -> None:
    account.register(contexts.open())
    page = contexts.open().new_page()
    page.goto("/sign-in?next=https://evil.example.com/connect?")
    SignIn(page).send(account.email, PASSWORD)
    App(page).wait()
    assert urlsplit(page.url).path == "/today"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_question_can_be_read_by_everybody(context: BrowserContext, assistant: Assistant, theme: str) -> None:
    page = Connect(context.new_page())
    page.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    page.page.goto(assistant.address())
    expect(page.allow).to_be_visible()
    found = violations(page.page)
    page.page.goto(assistant.address(scope="admin"))
    expect(page.refusal()).to_be_visible()
    assert found + violations(page.page) == []
