"""Signing up, in and out, and one's own account."""

from contextlib import suppress
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Request, Response

from todo.accounts.account import User
from todo.accounts.cookies import clear_session, session_secret, set_session
from todo.accounts.dependencies import ReadCaller, SessionCaller, signed_in
from todo.accounts.identify import Identifier
from todo.accounts.quotas import client_address
from todo.accounts.schemas import Credentials, Me, MeChange, PasswordChange, PasswordProof, Registration, SessionGrant
from todo.accounts.service import Accounts, Visitor
from todo.accounts.sessions import OpenedSession, Sessions
from todo.errors import (
    AccountExists,
    CrossSite,
    Forbidden,
    NotFound,
    RateLimited,
    Unauthenticated,
    Unavailable,
    WrongCredentials,
)
from todo.kit.problems import documented

router = APIRouter(tags=["accounts"])

_ENTRY = documented(CrossSite, RateLimited, Unavailable)
_CALLER = documented(Unauthenticated, Forbidden, CrossSite)
_CHECKED = documented(Unauthenticated, WrongCredentials, Forbidden, CrossSite, RateLimited, Unavailable)


async def _accounts(request: Request) -> Accounts:
    accounts: Accounts = request.app.state.services.accounts
    return accounts


async def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.services.sessions
    return sessions


async def _visitor(request: Request) -> Visitor:
    """Who knocks from our own pages, or from no page at all. Raises CrossSite."""
    identifier: Identifier = request.app.state.services.identifier
    identifier.check_origin(request)
    return Visitor(client_address(request), request.headers.get("user-agent"), session_secret(request))


AccountsService = Annotated[Accounts, Depends(_accounts)]
SessionsService = Annotated[Sessions, Depends(_sessions)]
AnyVisitor = Annotated[Visitor, Depends(_visitor)]


@router.post("/api/auth/register", status_code=201, responses={**_ENTRY, **documented(AccountExists)})
async def register(
    body: Registration,
    visitor: AnyVisitor,
    accounts: AccountsService,
    sessions: SessionsService,
    request: Request,
    response: Response,
) -> SessionGrant:
    """Make an account and sign in to it."""
    user, opened = await accounts.register(
        body.email,
        body.password.get_secret_value(),
        visitor,
        name=body.name,
        time_zone=body.time_zone,
        locale=body.locale,
    )
    return _granted(user, opened, sessions, request, response)


@router.post("/api/auth/login", responses={**_ENTRY, **documented(WrongCredentials)})
async def login(
    body: Credentials,
    visitor: AnyVisitor,
    accounts: AccountsService,
    sessions: SessionsService,
    request: Request,
    response: Response,
) -> SessionGrant:
    """Sign in with e-mail and password."""
    user, opened = await accounts.login(body.email, body.password.get_secret_value(), visitor)
    return _granted(user, opened, sessions, request, response)


@router.post("/api/auth/logout", status_code=204, responses=documented(CrossSite, Forbidden))
async def logout(_: AnyVisitor, sessions: SessionsService, request: Request, response: Response) -> None:
    """End the session of the cookie or of the access token; fine also when it has ended already."""
    with suppress(Unauthenticated, NotFound):
        caller = await signed_in(request)
        if caller.session_id is not None:
            await sessions.end(caller, caller.session_id)
    clear_session(request, response)


@router.get("/api/me", responses=documented(Unauthenticated, Forbidden))
async def read_me(caller: ReadCaller, accounts: AccountsService) -> Me:
    """Show the person who is signed in."""
    return Me.of(await accounts.find(caller))


@router.patch("/api/me", responses=_CALLER)
async def change_me(body: MeChange, caller: SessionCaller, accounts: AccountsService) -> Me:
    """Change name, time zone or locale."""
    changes = body.model_dump(exclude_unset=True)
    if "name" in changes:
        changes["name"] = changes["name"] or None
    return Me.of(await accounts.update(caller, changes))


@router.post("/api/me/password", status_code=204, responses=_CHECKED)
async def change_password(body: PasswordChange, caller: SessionCaller, accounts: AccountsService) -> None:
    """Change the password; every other session ends."""
    current, new = body.current_password.get_secret_value(), body.new_password.get_secret_value()
    await accounts.change_password(caller, current, new)


@router.delete("/api/me", status_code=204, responses=_CHECKED)
async def delete_me(
    body: PasswordProof, caller: SessionCaller, accounts: AccountsService, request: Request, response: Response
) -> None:
    """Delete the account and everything in it, for good."""
    await accounts.delete(caller, body.password.get_secret_value())
    clear_session(request, response)


def _granted(
    user: User, opened: OpenedSession, sessions: Sessions, request: Request, response: Response
) -> SessionGrant:
    structlog.contextvars.bind_contextvars(user_id=str(user.id))
    set_session(request, response, opened.secret, sessions.lifetime)
    return SessionGrant.of(user, opened)
