"""Signing up, in and out; what an account keeps, and what is left of one that is deleted."""

import pytest
from playwright.sync_api import expect

from e2e.account import PASSWORD, Account
from e2e.contexts import Contexts
from e2e.pages import App, Settings, SignIn, SignUp


@pytest.mark.parametrize(
    ("email", "password", "complaint"),
    [
        ("", PASSWORD, "Enter your e-mail address."),
        ("nobody", PASSWORD, "This is not an e-mail address."),
        ("somebody@example.com", "short", "Use at least 8 characters."),
    ],
)
def test_sign_up_says_beside_the_field_what_is_wrong(
    contexts: Contexts, email: str, password: str, complaint: str
) -> None:
    form = SignUp(contexts.open().new_page())
    form.open()
    form.send(email, password)
    expect(form.complaint(complaint)).to_be_visible()
    wrong = form.password if password == "short" else form.email
    expect(wrong).to_be_focused()
    expect(wrong).to_have_accessible_description(complaint)


def test_an_address_that_has_an_account_can_not_sign_up_again(contexts: Contexts, account: Account) -> None:
    account.register(contexts.open())
    form = SignUp(contexts.open().new_page())
    form.open()
    form.send(account.email, PASSWORD)
    expect(form.complaint("account")).to_be_visible()
    expect(form.email).to_be_focused()
    expect(form.password).to_have_value(PASSWORD)


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(contexts: Contexts, account: Account) -> None:
    account.register(contexts.open())
    form = SignIn(contexts.open().new_page())
    answers = []
    for email in (account.email, "nobody-at-all@example.com"):
        form.open()
        form.send(email, "not the password")
        expect(form.complaint("password")).to_be_visible()
        answers.append(form.complaint("password").text_content())
    assert answers[0] == answers[1]


def test_signing_out_ends_what_the_browser_may_see(contexts: Contexts, account: Account) -> None:
    context = contexts.open()
    account.register(context)
    app = App(context.new_page()).open()
    app.reload()
    app.tasks.add("water the ferns")
    app.choose("Sign out")
    expect(app.page).to_have_url("/sign-in")
    for path in ("/today", "/settings", "/"):
        app.page.goto(path)
        expect(app.page).to_have_url("/sign-in")
    assert context.request.get("/api/me").status == 401

    SignIn(app.page).enter(account.email, account.password).show("All")
    expect(app.tasks.tick("water the ferns")).to_be_visible()


def test_other_tabs_learn_that_the_session_ended(contexts: Contexts, account: Account) -> None:
    context = contexts.open()
    account.register(context)
    first, second = App(context.new_page()).open(), App(context.new_page()).open()
    first.choose("Sign out")
    expect(first.page).to_have_url("/sign-in")
    second.page.get_by_role("link", name="Done").click()
    expect(second.page).to_have_url("/sign-in")


def test_who_is_signed_in_is_sent_from_the_sign_in_page_to_the_tasks(app: App) -> None:
    app.page.goto("/sign-in")
    expect(app.page).to_have_url("/today")


def test_a_new_password_replaces_the_old_one_and_ends_other_sessions(contexts: Contexts, account: Account) -> None:
    context, elsewhere = contexts.open(), contexts.open()
    account.register(context)
    assert account.sign_in(elsewhere) == 200
    settings = Settings(context.new_page()).open()

    settings.change_password("not the password", "a new password")
    expect(settings.section("Password").get_by_role("alert")).to_contain_text("password")
    settings.change_password(PASSWORD, "a new password")
    expect(App(settings.page).notice("Password changed")).to_be_visible()

    assert context.request.get("/api/me").status == 200
    assert elsewhere.request.get("/api/me").status == 401
    assert account.sign_in(elsewhere) == 401
    assert Account(account.email, "a new password").sign_in(elsewhere) == 200


def test_a_deleted_account_is_gone(contexts: Contexts, account: Account) -> None:
    context = contexts.open()
    account.register(context)
    settings = Settings(context.new_page()).open()
    settings.delete_account(PASSWORD)
    expect(settings.page).to_have_url("/sign-up")

    form = SignIn(settings.page)
    form.open()
    form.send(account.email, PASSWORD)
    expect(form.complaint("password")).to_be_visible()
    expect(settings.page).to_have_url("/sign-in")
