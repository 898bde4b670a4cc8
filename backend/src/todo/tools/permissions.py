"""What a token may do over the protocol: it is shown the tools of its scopes, and asked again at each call."""

from dataclasses import replace
from typing import Any, cast

import structlog
from mcp.server import MCPServer
from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp.types import CLIENT_INFO_META_KEY, INVALID_PARAMS, INVALID_REQUEST

from todo.errors import Forbidden
from todo.kit.caller import Scope
from todo.tools.acting import acting, client_source, current_act
from todo.tools.endpoint import REFUSED

_Context = ServerRequestContext[Any, Any]
_log = structlog.get_logger()


class Permissions:
    """A middleware of the MCP server. The agent calls tools without it: a person may do everything."""

    def __init__(self, server: MCPServer) -> None:
        self._server = server
        self._needed: dict[str, Scope] = {}

    async def __call__(self, ctx: _Context, call_next: CallNext) -> HandlerResult:
        match ctx.method:
            case "tools/list":
                return await self._shown(await call_next(ctx))
            case "tools/call":
                return await self._called(ctx, call_next)
            case "prompts/get":  # which the SDK takes for a mistake of ours
                raise MCPError(INVALID_PARAMS, "This server has no prompts. It has tools: call tools/list.")
            case _:
                return await call_next(ctx)

    async def _shown(self, listed: HandlerResult) -> HandlerResult:
        needed, scopes = await self._scopes(), current_act().caller.scopes
        answer = cast("dict[str, Any]", listed)
        return {**answer, "tools": [tool for tool in answer["tools"] if needed[tool["name"]] in scopes]}

    async def _called(self, ctx: _Context, call_next: CallNext) -> HandlerResult:
        act, needed, params = current_act(), await self._scopes(), ctx.params or {}
        name, arguments = params.get("name"), params.get("arguments")
        if not isinstance(name, str) or not isinstance(arguments, dict | None):
            raise MCPError(INVALID_PARAMS, "A call names a tool in `name`; its `arguments` are an object.")
        if name not in needed:
            raise MCPError(INVALID_PARAMS, f"There is no tool {name!r}. These there are: {', '.join(needed)}.")
        try:
            act.caller.require(needed[name])
        except Forbidden as error:
            if ctx.request is not None:
                setattr(ctx.request.state, REFUSED, error)
            raise MCPError(INVALID_REQUEST, error.detail) from None
        named = _client(ctx) if act.caller.grant is not None else ""
        caller = replace(act.caller, source=client_source(named)) if named else act.caller
        with acting(replace(act, caller=caller)):
            answer = cast("dict[str, Any]", await call_next(ctx))
        result = answer.get("structuredContent") or {}
        _log.info("tool_called", tool=name, failed=result.get("error"), changed=bool(result.get("events")))
        return answer

    async def _scopes(self) -> dict[str, Scope]:
        """The scope that each tool asks for; tools do not change while the server runs."""
        if not self._needed:
            for tool in await self._server.list_tools():
                read_only = tool.annotations is not None and tool.annotations.read_only_hint
                self._needed[tool.name] = "read" if read_only else "write"
        return self._needed


def _client(ctx: _Context) -> str:
    """What the client calls itself, or nothing. Without `initialize` each request says it; `todo mcp` adds it."""
    info = dict(ctx.meta or {}).get(CLIENT_INFO_META_KEY)
    name = (info.get("title") or info.get("name")) if isinstance(info, dict) else None
    return name.strip() if isinstance(name, str) else ""
