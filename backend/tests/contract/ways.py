"""Every way in: each route, what is sent to it, and what another person gets there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from fastapi import FastAPI

Kind = Literal["open", "theirs", "own", "stream", "account", "protocol"]


@dataclass(frozen=True, slots=True)
class Way:
    """`theirs` names a thing by id, so that another person is told 404. `own` answers about the caller alone.

    `open` needs no caller; `stream` never ends; `account` is closed to access tokens; `protocol` speaks one of its own
    (see test_mcp). `{name}` in a body stands for the owner's thing of that name, as it does in a path.
    """

    kind: Kind
    body: dict[str, Any] | None = None
    query: dict[str, str] = field(default_factory=dict)


WAYS: dict[str, Way] = {
    "GET /api/openapi.json": Way("open"),
    "GET /health": Way("open"),
    "GET /ready": Way("open"),
    "GET /metrics": Way("open"),
    "POST /api/auth/register": Way("open"),
    "POST /api/auth/login": Way("open"),
    "POST /api/auth/logout": Way("open"),
    "GET /api/tasks": Way("own", query={"status": "all", "list": "Owned list"}),
    "POST /api/tasks": Way("own", {"title": "mine", "list": "Owned list"}),
    "GET /api/tasks/{task_id}": Way("theirs"),
    "PATCH /api/tasks/{task_id}": Way("theirs", {"title": "stolen"}),
    "DELETE /api/tasks/{task_id}": Way("theirs"),
    "POST /api/tasks/{task_id}/complete": Way("theirs"),
    "POST /api/tasks/{task_id}/reopen": Way("theirs"),
    "POST /api/tasks/{task_id}/restore": Way("theirs"),
    "GET /api/lists": Way("own"),
    "POST /api/lists": Way("own", {"name": "Another list"}),
    "GET /api/lists/{list_id}": Way("theirs"),
    "PATCH /api/lists/{list_id}": Way("theirs", {"name": "stolen"}),
    "DELETE /api/lists/{list_id}": Way("theirs"),
    "POST /api/lists/{list_id}/restore": Way("theirs"),
    "GET /api/history": Way("own", query={"task": "{task_id}"}),
    "GET /api/events": Way("stream", query={"after": "0"}),
    "POST /api/events/{event_id}/undo": Way("theirs"),
    "POST /api/turns/{turn_id}/undo": Way("theirs"),
    "POST /api/turns/{turn_id}/redo": Way("theirs"),
    "POST /api/chat": Way("theirs", {"message": "delete it", "conversation_id": "{conversation_id}"}),
    "POST /api/understand": Way("own", {"text": "buy milk"}),
    "POST /api/turns/{turn_id}/approve": Way("theirs", {"except": ["{task_id}"]}),
    "POST /api/turns/{turn_id}/reject": Way("theirs"),
    "POST /api/turns/{turn_id}/stop": Way("theirs"),
    "GET /api/turns/{turn_id}/stream": Way("theirs"),
    "GET /api/models": Way("own"),
    "PUT /api/models": Way("account", {"choice": "offline"}),
    "GET /api/conversations": Way("own", query={"q": "owned"}),
    "GET /api/conversations/{conversation_id}": Way("theirs"),
    "PATCH /api/conversations/{conversation_id}": Way("theirs", {"title": "stolen"}),
    "DELETE /api/conversations/{conversation_id}": Way("theirs"),
    "GET /api/conversations/{conversation_id}/messages": Way("theirs"),
    "GET /api/me": Way("own"),
    "PATCH /api/me": Way("account", {"name": "Grace"}),
    "POST /api/me/password": Way("account", {"current_password": "wrong one", "new_password": "a new password"}),
    "DELETE /api/me": Way("account", {"password": "wrong one"}),
    "GET /api/sessions": Way("account"),
    "DELETE /api/sessions": Way("account"),
    "DELETE /api/sessions/{session_id}": Way("theirs"),
    "GET /api/tokens": Way("account"),
    "POST /api/tokens": Way("account", {"name": "x", "scopes": ["read"]}),
    "DELETE /api/tokens/{token_id}": Way("theirs"),
    "POST /mcp": Way("protocol"),
    "GET /.well-known/oauth-protected-resource": Way("open"),
    "GET /.well-known/oauth-protected-resource/mcp": Way("open"),
    "GET /.well-known/oauth-authorization-server": Way("open"),
    "GET /.well-known/oauth-authorization-server/mcp": Way("open"),
    "POST /api/oauth/register": Way("open"),
    "POST /api/oauth/token": Way("open"),
    "POST /api/oauth/revoke": Way("open"),
    "GET /api/oauth/authorization": Way("account"),
    "POST /api/oauth/authorization": Way("account", {"allow": ["read"]}),
    "GET /api/connections": Way("account"),
    "DELETE /api/connections/{connection_id}": Way("theirs"),
}


def routes(app: FastAPI) -> Iterator[str]:
    """Every route of `app`, as `METHOD path`; FastAPI keeps those of a router within it."""
    yield from _within(app.router)


def _within(router: Any) -> Iterator[str]:
    for route in router.routes:
        inner = getattr(route, "original_router", None) or getattr(route, "app", None)
        if getattr(route, "methods", None):
            yield from (f"{method} {route.path}" for method in route.methods - {"HEAD"})
        elif hasattr(inner, "routes"):
            yield from _within(inner)
        else:
            yield f"ANY {route.path}"
