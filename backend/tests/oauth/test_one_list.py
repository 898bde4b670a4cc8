"""An app that is connected to one list alone."""

from typing import Any

import pytest

from fixtures.people import Person
from oauth.connecting import LISTED, App, answer_in

HEADERS = {"Accept": "application/json, text/event-stream"}


async def connect_to(app: App, person: Person, list_id: str) -> str:
    """An access token of the app, which the person connected to one list."""
    body = app.asks() | {"allow": ["read", "write"], "list_id": list_id}
    redirect = (await person.post("/api/oauth/authorization", **body))["redirect_to"]
    tokens: dict[str, Any] = (await app.exchange(answer_in(redirect)["code"])).json()
    refreshed = (await app.refresh(tokens["refresh_token"])).json()
    return str(refreshed["access_token"])


async def call(app: App, token: str, tool: str, **arguments: Any) -> str:
    body = LISTED | {"method": "tools/call", "params": {"name": tool, "arguments": arguments}}
    answer = await app.http.post("/mcp", json=body, headers=HEADERS | {"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    return answer.text


@pytest.fixture
async def home(ada: Person) -> str:
    """The id of a list with one task in it; another task is in no list."""
    await ada.add("Water the ferns", list="Home")
    await ada.add("Sign the contract")
    return str((await ada.get("/api/lists"))["items"][0]["id"])


async def test_it_sees_and_touches_that_list_alone(assistant: App, ada: Person, home: str) -> None:
    token = await connect_to(assistant, ada, home)
    listed = await call(assistant, token, "list_tasks")
    assert "ferns" in listed
    assert "contract" not in listed
    await call(assistant, token, "add_task", title="Buy soil")
    assert (await ada.get("/api/tasks", q="soil"))["items"][0]["list"] == "Home"


async def test_the_settings_say_which(assistant: App, ada: Person, home: str) -> None:
    await connect_to(assistant, ada, home)
    await assistant.connect(ada)
    everything, one = (await ada.get("/api/connections"))["items"]
    assert (one["list_id"], one["list"]) == (home, "Home")
    assert (everything["list_id"], everything["list"]) == (None, None)


async def test_another_persons_list_is_none(assistant: App, eve: Person, home: str) -> None:
    body = assistant.asks() | {"allow": ["read"], "list_id": home}
    answer = await eve.client.post("/api/oauth/authorization", json=body)
    assert answer.status_code == 404
    assert "no such list" in answer.json()["detail"]
