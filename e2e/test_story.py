"""The whole product in one story: say it, see it, take it back, and find it again."""

from playwright.sync_api import expect

from dev.application import Application
from e2e.account import Account
from e2e.contexts import Contexts
from e2e.pages import App, SignUp


def test_what_was_said_is_found_again_after_a_reload_and_a_restart(
    contexts: Contexts, account: Account, application: Application
) -> None:
    page = contexts.open().new_page()
    app = SignUp(page).enter(account.email, account.password)
    expect(app.conversation.composer).to_be_focused()

    app.conversation.say("add three tasks: buy bread, walk the dog, pay the rent")
    added = app.conversation.receipt("Added 3 tasks")
    expect(added.get_by_role("listitem")).to_have_text(["buy bread", "walk the dog", "pay the rent"])

    app.conversation.say("I walked the dog")
    expect(app.conversation.receipt("Done")).to_contain_text("walk the dog")
    app.conversation.say("undo")
    expect(app.conversation.receipt("Taken back")).to_contain_text("walk the dog")
    app.conversation.say("I bought the bread")
    expect(app.conversation.receipt("Done")).to_contain_text("buy bread")
    said = app.conversation.said.all_text_contents()

    app.reload()
    expect_everything(app, said)
    with contexts.outage():
        application.restart_backend()
        app.reload()
        expect_everything(app, said)


def expect_everything(app: App, said: list[str]) -> None:
    expect(app.conversation.said).to_have_text(said)
    expect(app.conversation.receipt("Done")).to_be_visible()
    app.show("All")
    expect(app.tasks.tick("walk the dog")).to_be_visible()
    expect(app.tasks.tick("pay the rent")).to_be_visible()
    expect(app.tasks.tick("buy bread")).to_be_hidden()
    app.show("Done")
    expect(app.tasks.tick("buy bread")).to_be_checked()
