"""A token's scopes decide what is shown, and again what is done."""

import pytest
from mcp.shared.exceptions import MCPError

from fixtures.people import Person
from tools.remote import ERAS, Era, Invite

CHANGING = ["add_task", "complete_task", "update_task", "delete_task", "undo"]


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize(
    ("scopes", "shown"),
    [(["read"], ["list_tasks"]), (["write"], CHANGING), (["read", "write"], ["add_task", "list_tasks", *CHANGING[1:]])],
)
async def test_tools_of_other_scopes_are_not_shown(
    ada: Person, invite: Invite, era: Era, scopes: list[str], shown: list[str]
) -> None:
    async with (await invite(ada, scopes=scopes)).client(era) as client:
        assert [tool.name for tool in (await client.list_tools()).tools] == shown


@pytest.mark.parametrize("era", ERAS)
async def test_nor_do_they_run(ada: Person, invite: Invite, era: Era) -> None:
    await ada.add("Milk")
    reader = await invite(ada, scopes=["read"])
    async with reader.client(era) as client:
        for name in CHANGING:
            with pytest.raises(MCPError, match="Make one with the scope “write”"):
                await client.call_tool(name, {"task": "milk", "title": "x"})
        assert (await client.call_tool("list_tasks", {})).is_error is False
    async with (await invite(ada, scopes=["write"])).client(era) as client:
        with pytest.raises(MCPError, match="may not read"):
            await client.call_tool("list_tasks", {})
    assert [event["actor"] for event in await ada.events()] == ["person"]


async def test_a_client_learns_which_scope_to_ask_for(ada: Person, invite: Invite) -> None:
    """RFC 6750 section 3.1, so that a client with OAuth can ask for more."""
    reader = await invite(ada, scopes=["read"])
    call = '{"jsonrpc": "2.0", "id": 7, "method": "tools/call", "params": {"name": "undo", "arguments": {}}}'
    answer = await reader.post(call)
    assert (answer.status_code, answer.json()["id"]) == (403, 7)
    assert answer.headers["www-authenticate"].startswith('Bearer error="insufficient_scope", scope="read write", ')


@pytest.mark.parametrize("era", ERAS)
async def test_an_unknown_tool_is_a_protocol_error(ada: Person, invite: Invite, era: Era) -> None:
    async with (await invite(ada)).client(era) as client:
        with pytest.raises(MCPError, match="These there are: add_task, list_tasks") as error:
            await client.call_tool("destroy", {})
    assert error.value.code == -32602
