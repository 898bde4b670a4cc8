"""Access tokens: made for what they are to do, shown once with how to connect, and revoked."""

import json

from playwright.sync_api import APIRequestContext, expect

from dev.application import Application
from e2e.axe import violations
from e2e.contexts import Contexts
from e2e.pages import App, Settings


def test_a_token_for_one_list_works_until_it_is_revoked(app: App, application: Application, contexts: Contexts) -> None:
    app.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    app.conversation.say("add water the ferns to the list Home")
    settings = Settings(app.page).open()
    made = settings.make_token("Claude Desktop", may="Read tasks", where="Home", expires="30 days")
    assert violations(app.page) == []
    token = made.get_by_role("textbox", name="Token").input_value()
    made.get_by_role("button", name="Copy the configuration").click()
    expect(made.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = json.loads(app.page.evaluate("navigator.clipboard.readText()"))
    assert copied["mcpServers"]["todo"]["env"] == {"TODO_URL": application.url, "TODO_TOKEN": token}
    expect(made.get_by_role("textbox", name="Address")).to_have_value(f"{application.url}/mcp")
    made.get_by_role("button", name="Done").click()

    row = settings.section("Access tokens").get_by_role("listitem")
    expect(row).to_contain_text("read only · only the list Home · never used · expires")
    elsewhere = contexts.open().request
    assert titles(elsewhere, token) == ["water the ferns"]
    row.get_by_role("button", name="Revoke Claude Desktop").click()
    expect(row).to_have_count(0)
    assert elsewhere.get("/api/tasks", headers=bearer(token)).status == 401


def titles(request: APIRequestContext, token: str) -> list[str]:
    answer = request.get("/api/tasks", headers=bearer(token))
    assert answer.status == 200, answer.text()
    return [task["title"] for task in answer.json()["items"]]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
