"""`todo mcp`, as a desktop client starts it with the app's own address: what it does shows in the open tab."""

import json
import subprocess

from playwright.sync_api import expect

from dev.application import Application
from dev.environment import BIN
from e2e.account import CSRF
from e2e.pages import App

_HANDSHAKE = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "claude-ai", "title": "Claude", "version": "1"},
}
_CALL = {"name": "add_task", "arguments": {"title": "feed the parrot", "due": "tomorrow at 5pm"}}


def test_what_a_desktop_client_adds_shows_at_once(app: App, application: Application) -> None:
    request = app.page.context.request
    body = {"name": "Desktop", "scopes": ["read", "write"]}
    token = request.post("/api/tokens", data=body, headers=CSRF).json()["token"]
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": _HANDSHAKE},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": _CALL},
    ]
    done = subprocess.run(
        [BIN / "todo", "mcp"],
        input="".join(f"{json.dumps(message)}\n" for message in messages),
        env={"TODO_URL": application.url, "TODO_TOKEN": token},
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    answers = {answer["id"]: answer["result"] for answer in map(json.loads, done.stdout.splitlines())}
    assert answers[1]["serverInfo"]["name"] == "todo"
    assert answers[2]["structuredContent"]["task"]["title"] == "feed the parrot"
    expect(app.page.get_by_text("feed the parrot").first).to_be_visible()
    assert request.get("/api/history").json()["items"][0]["actor"] == "mcp:Claude"
