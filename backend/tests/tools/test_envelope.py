"""What is no message of the protocol is answered in the protocol's own codes, and says what to send."""

import json
from typing import Any

import pytest

from tools.remote import Remote

_PARSE, _REQUEST, _PARAMS, _METHOD = -32700, -32600, -32602, -32601
HEADERS = {
    "2026-07-28": {"MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "add_task"},
    "legacy": {},
}
META = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
}


@pytest.mark.parametrize("era", HEADERS)
@pytest.mark.parametrize(
    ("body", "status", "code", "said"),
    [
        (b"", 400, _PARSE, "Send one message such as"),
        (b"{", 400, _PARSE, "Send one message such as"),
        (b"\xff\xfe", 400, _PARSE, "Send one message such as"),
        (b"[" * 100_000, 400, _PARSE, "Send one message such as"),
        (b"[]", 400, _REQUEST, "Send each message by itself"),
        (b"7", 400, _REQUEST, "Send one such as"),
        (b'{"id": 1, "method": "ping"}', 400, _REQUEST, "Send one such as"),
        (b'{"jsonrpc": "2.0", "id": 1, "result": {}}', 400, _REQUEST, "Send one such as"),
    ],
)
async def test_what_is_no_message(laptop: Remote, era: str, body: bytes, status: int, code: int, said: str) -> None:
    answer = await laptop.post(body, **HEADERS[era])
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert said in answer.json()["error"]["message"]


@pytest.mark.parametrize("params", [{}, {"name": 7}, {"name": ["add_task"]}, {"name": {}, "arguments": {}}])
async def test_a_call_that_names_no_tool(laptop: Remote, params: dict[str, Any]) -> None:
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
    error = (await laptop.post(json.dumps(message))).json()["error"]
    assert (error["code"], "names a tool in `name`" in error["message"]) == (_PARAMS, True)


@pytest.mark.parametrize("era", HEADERS)
@pytest.mark.parametrize("arguments", ["Milk", ["Milk"], 7])
async def test_arguments_that_are_no_object(laptop: Remote, era: str, arguments: Any) -> None:
    params = {"name": "add_task", "arguments": arguments, "_meta": META}
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params}
    error = (await laptop.post(json.dumps(message), **HEADERS[era])).json()["error"]
    assert (error["code"], "`arguments` are an object" in error["message"]) == (_PARAMS, True)


@pytest.mark.parametrize("method", ["tools/destroy", "sampling/createMessage", ""])
async def test_a_method_that_there_is_not(laptop: Remote, method: str) -> None:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": {"uri": "file:///etc/passwd"}}
    error = (await laptop.post(json.dumps(message))).json()["error"]
    assert error["code"] == _METHOD


async def test_a_prompt_is_none_of_ours(laptop: Remote) -> None:
    message = {"jsonrpc": "2.0", "id": 1, "method": "prompts/get", "params": {"name": "summary"}}
    error = (await laptop.post(json.dumps(message))).json()["error"]
    assert (error["code"], "call tools/list" in error["message"]) == (_PARAMS, True)


@pytest.mark.parametrize(
    ("headers", "status", "said"),
    [
        ({"Content-Type": "text/plain"}, 415, "Content-Type: application/json"),
        ({"Accept": "text/html"}, 406, "Accept: application/json"),
    ],
)
async def test_headers_that_do_not_fit(laptop: Remote, headers: dict[str, str], status: int, said: str) -> None:
    answer = await laptop.post(b"{}", **headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, _REQUEST)
    assert said in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({}, "title"),
        ({"title": 7}, "title"),
        ({"title": "x", "tags": "red"}, "tags"),
        ({"title": "x", "priority": 1}, "priority"),
    ],
)
async def test_arguments_of_the_wrong_type(laptop: Remote, arguments: dict[str, Any], field: str) -> None:
    answer = await laptop.call("add_task", **arguments)
    assert (answer.failed, answer.data["error"]) == (True, "invalid")
    assert answer.text.startswith(f"{field}: ")
    assert "Nothing was changed; call add_task again with arguments that fit its schema." in answer.text
    assert (await laptop.call("list_tasks")).titles == []
