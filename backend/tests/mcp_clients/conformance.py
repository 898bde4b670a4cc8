"""Running the public conformance suite (@modelcontextprotocol/conformance), and reading what it found."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from starlette.types import ASGIApp, Receive, Scope, Send

from mcp_clients.nodejs import FOLDER, run

SUITE = FOLDER / "node_modules/@modelcontextprotocol/conformance/dist/index.js"
_LISTED = FOLDER / "not_applicable.toml"


class WithToken:
    """An app whose every request has this token, since the suite has none to send."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._header = (b"authorization", f"Bearer {token}".encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope = {**scope, "headers": [*scope["headers"], self._header]}
        await self._app(scope, receive, send)


@dataclass(frozen=True, slots=True)
class Found:
    """What the suite found: the scenarios that it ran, and the checks that failed, as `scenario/check`."""

    scenarios: frozenset[str]
    failed: frozenset[str]
    said: str


def bring_tools(server: MCPServer) -> None:
    """The tools by which the suite looks at the two kinds of answers that ours give: text, and an error."""

    async def test_simple_text() -> str:
        """Answer with text."""
        return "This is a simple text response for testing."

    async def test_error_handling() -> str:
        """Answer with an error."""
        raise ToolError("This tool intentionally returns an error for testing")

    server.add_tool(test_simple_text, structured_output=False)
    server.add_tool(test_error_handling, structured_output=False)


async def examine(address: str, revision: str, results: Path) -> Found:
    """Run what `revision` of the specification requires, and what the suite runs beside it without counting it."""
    _, said = await run(SUITE, "server", "--url", address, "--requirements", revision, "--output-dir", str(results))
    return _read(results, said)


def _read(results: Path, said: str) -> Found:
    scenarios, failed = set(), set()
    for file in results.glob("server-*/checks.json"):
        scenario = file.parent.name.removeprefix("server-")[: -len("-2026-01-01T00-00-00-000Z")]
        scenarios.add(scenario)
        failed |= {
            f"{scenario}/{check['id']}" for check in json.loads(file.read_text()) if check["status"] == "FAILURE"
        }
    return Found(frozenset(scenarios), frozenset(failed), said)


def not_applicable() -> frozenset[str]:
    """The scenarios, and single checks as `scenario/check`, that are listed with the reason why they do not apply."""
    groups = tomllib.loads(_LISTED.read_text())["group"]
    return frozenset(entry for group in groups for entry in group["entries"])
