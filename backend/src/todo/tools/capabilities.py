"""What the server says it can do: tools, and nothing else."""

from typing import Any, cast

from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp.types import METHOD_NOT_FOUND

_ABSENT = ("prompts", "resources")
"""The SDK serves these, empty, and says so: clients would ask for them each time they connect."""


async def tools_alone(ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
    """A middleware of the MCP server."""
    kind = ctx.method.partition("/")[0]
    if kind in _ABSENT:
        raise MCPError(METHOD_NOT_FOUND, f"This server has no {kind}. It has tools: call tools/list.")
    answer = await call_next(ctx)
    if ctx.method in ("initialize", "server/discover"):
        capabilities = cast("dict[str, Any]", answer)["capabilities"]
        for name in _ABSENT:
            capabilities.pop(name, None)
    return answer
