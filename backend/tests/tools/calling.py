"""Calling a tool, and looking at what came back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from mcp import Client
from mcp.server import MCPServer
from mcp.types import CallToolResult, TextContent

from todo.tools.acting import Act, acting

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    data: Json
    text: str
    failed: bool

    @property
    def task(self) -> Json:
        found: Json = self.data["task"]
        return found

    @property
    def titles(self) -> list[str]:
        return [task["title"] for task in self.data["tasks"]]


@dataclass(frozen=True, slots=True)
class Tools:
    """A server's tools, called through the protocol on behalf of one person."""

    server: MCPServer
    act: Act

    async def call(self, name: str, **arguments: Any) -> Answer:
        async with self.client() as client:
            return answered(await client.call_tool(name, arguments))

    async def add(self, title: str, **arguments: Any) -> Json:
        return (await self.call("add_task", title=title, **arguments)).task

    @asynccontextmanager
    async def client(self) -> AsyncIterator[Client]:
        with acting(self.act):
            async with Client(self.server) as client:
                yield client


def answered(result: CallToolResult) -> Answer:
    text = "\n".join(block.text for block in result.content if isinstance(block, TextContent))
    return Answer(result.structured_content or {}, text, bool(result.is_error))
