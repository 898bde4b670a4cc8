"""What the person is asked, what they answer, and what they allowed so far."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from todo.accounts.dependencies import SessionCaller
from todo.errors import Conflict, CrossSite, Forbidden, InvalidRequest, NotFound, RateLimited, Unauthenticated
from todo.kit.problems import documented
from todo.oauth.authorization import Authorization
from todo.oauth.connections import Connections
from todo.oauth.endpoints import Here
from todo.oauth.schemas import AuthorizationRequest, ConnectionList, ConnectionOut, Decision, QuestionOut, Redirect

router = APIRouter(tags=["connections"], responses=documented(Unauthenticated, Forbidden, CrossSite))


async def _authorization(request: Request) -> Authorization:
    services: Any = request.app.state.services
    authorization: Authorization = services.authorization
    return authorization


async def _connections(request: Request) -> Connections:
    services: Any = request.app.state.services
    connections: Connections = services.connections
    return connections


AuthorizationService = Annotated[Authorization, Depends(_authorization)]
ConnectionsService = Annotated[Connections, Depends(_connections)]


@router.get("/api/oauth/authorization")
async def read_question(
    query: Annotated[AuthorizationRequest, Query()],
    _: SessionCaller,
    authorization: AuthorizationService,
    site: Here,
    request: Request,
) -> QuestionOut:
    """Say who asks for access, and to what. When it cannot be granted, `return_to` is where the app is told so."""
    names = [name for name, _ in request.query_params.multi_items()]
    if len(names) != len(set(names)):  # RFC 6749 section 3.1
        raise InvalidRequest("The app's request says something twice. Nothing was connected. Begin again in the app.")
    return QuestionOut.of(await authorization.question(query.asked(), site))


@router.post("/api/oauth/authorization", responses=documented(Conflict, NotFound, RateLimited))
async def answer_question(
    body: Decision, caller: SessionCaller, authorization: AuthorizationService, site: Here
) -> Redirect:
    """Allow the app what `allow` names, or nothing; where the browser goes with the answer."""
    if not body.allow:
        return Redirect(redirect_to=await authorization.deny(body.asked(), site))
    scopes = frozenset(body.allow)
    return Redirect(redirect_to=await authorization.allow(caller, body.asked(), scopes, body.list_id, site))


@router.get("/api/connections")
async def list_connections(caller: SessionCaller, connections: ConnectionsService) -> ConnectionList:
    """List the connected apps, the newest first."""
    lists = await connections.list_names(caller)
    return ConnectionList(items=[ConnectionOut.of(each, lists) for each in await connections.list(caller)])


@router.delete("/api/connections/{connection_id}", status_code=204, responses=documented(NotFound))
async def end_connection(connection_id: UUID, caller: SessionCaller, connections: ConnectionsService) -> None:
    """Disconnect an app; it stops working at once."""
    await connections.end(caller, connection_id)
