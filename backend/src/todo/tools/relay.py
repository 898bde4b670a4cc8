"""Passing messages of the protocol on to a server, with the HTTP headers that go with them."""

import base64
import json
from typing import Any

import httpx2

from todo.tools.envelope import INTERNAL_ERROR

Json = dict[str, Any]

_PATH = "/mcp"
_VERSION_KEY, _CLIENT_KEY = "io.modelcontextprotocol/protocolVersion", "io.modelcontextprotocol/clientInfo"
_NAMED_BY = {"tools/call": "name", "prompts/get": "name", "resources/read": "uri"}


class Relay:
    """Remembers of the handshake, where there was one, what each request has to repeat over HTTP."""

    def __init__(self, http: httpx2.AsyncClient, url: str) -> None:
        self._http = http
        self._url = url
        self._version: str | None = None
        self._client: Any = None

    async def check(self) -> str | None:
        """What is wrong with the address or the token, in one line; None when all is well."""
        answer = await self.pass_on({"jsonrpc": "2.0", "id": 0, "method": "ping"})
        return str(answer["error"]["message"]) if answer and "error" in answer else None

    async def pass_on(self, message: Any) -> Json | None:
        """The server's answer to a message; what failed on the way is an answer, too. None to what asks for none."""
        request_id = message.get("id") if isinstance(message, dict) else None
        if isinstance(message, dict):
            message = self._introduced(message)
        try:
            content, headers = json.dumps(message).encode(), self._headers(message)
            response = await self._http.post(self._url + _PATH, content=content, headers=headers)
        except httpx2.TimeoutException:
            return _failure(request_id, f"The app at {self._url} did not answer in time. Try again.")
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            return _failure(request_id, f"No app answers at {self._url} ({reason}). Start it, or set TODO_URL.")
        if response.status_code == 202:
            return None
        return self._read(response, message, request_id)

    def _read(self, response: httpx2.Response, message: Any, request_id: Any) -> Json | None:
        try:
            answer: Any = response.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or answer.get("jsonrpc") != "2.0":
            what = f"What answers at {self._url} is no to-do app (HTTP status {response.status_code}). Set TODO_URL."
            return _failure(request_id, what)
        if isinstance(message, dict) and message.get("method") == "initialize":
            self._version = answer.get("result", {}).get("protocolVersion")
        return {**answer, "id": request_id} if answer.get("id") is None else answer

    def _introduced(self, message: Json) -> Json:
        """With the name that the client gave in the handshake, where the later era has it: the server keeps none."""
        params = message.get("params")
        if message.get("method") == "initialize" and isinstance(params, dict):
            self._client = params.get("clientInfo")
        elif message.get("method") == "tools/call" and isinstance(params, dict) and self._client is not None:
            return {**message, "params": {**params, "_meta": {_CLIENT_KEY: self._client, **_object(params, "_meta")}}}
        return message

    def _headers(self, message: Any) -> dict[str, str]:
        """MCP 2026-07-28, transports: what has to stand in headers, too."""
        headers = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
        if not isinstance(message, dict) or message.get("method") == "initialize":
            return headers
        params = _object(message, "params")
        version = _object(params, "_meta").get(_VERSION_KEY) or self._version
        if version is None:
            return headers
        method, name = message.get("method"), params.get(_NAMED_BY.get(str(message.get("method")), ""))
        given = {"MCP-Protocol-Version": version, "Mcp-Method": method, "Mcp-Name": name}
        return headers | {key: _encoded(value) for key, value in given.items() if isinstance(value, str)}


def _object(message: Json, key: str) -> Json:
    found = message.get(key)
    return found if isinstance(found, dict) else {}


def _encoded(value: str) -> str:
    """As it is, or in base64 where it could not stand in a header."""
    if value.isascii() and value.isprintable() and value == value.strip():
        return value
    return f"=?base64?{base64.b64encode(value.encode()).decode()}?="


def _failure(request_id: Any, message: str) -> Json | None:
    if request_id is None:
        return None
    return {"jsonrpc": "2.0", "id": request_id, "error": {"code": INTERNAL_ERROR, "message": message}}
