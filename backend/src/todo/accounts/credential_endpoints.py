"""Sessions and personal access tokens: see them, make them, end them."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from todo.accounts.dependencies import SessionCaller
from todo.accounts.endpoints import SessionsService
from todo.accounts.schemas import MadeToken, NewToken, SessionList, SessionOut, TokenList, TokenOut
from todo.accounts.tokens import PersonalTokens
from todo.errors import Conflict, CrossSite, Forbidden, NotFound, Unauthenticated
from todo.kit.problems import documented

router = APIRouter(tags=["accounts"], responses=documented(Unauthenticated, Forbidden, CrossSite))


async def _tokens(request: Request) -> PersonalTokens:
    tokens: PersonalTokens = request.app.state.services.personal_tokens
    return tokens


TokensService = Annotated[PersonalTokens, Depends(_tokens)]


@router.get("/api/sessions")
async def list_sessions(caller: SessionCaller, sessions: SessionsService) -> SessionList:
    """List where the person is signed in, the last seen first."""
    found = await sessions.list(caller)
    return SessionList(items=[SessionOut.of(session, caller.session_id) for session in found])


@router.delete("/api/sessions", status_code=204)
async def end_other_sessions(caller: SessionCaller, sessions: SessionsService) -> None:
    """Sign out everywhere else."""
    await sessions.end_all_others(caller)


@router.delete("/api/sessions/{session_id}", status_code=204, responses=documented(NotFound))
async def end_session(session_id: UUID, caller: SessionCaller, sessions: SessionsService) -> None:
    """Sign out in one place."""
    await sessions.end(caller, session_id)


@router.get("/api/tokens")
async def list_tokens(caller: SessionCaller, tokens: TokensService) -> TokenList:
    """List the personal access tokens, the newest first."""
    lists = await tokens.list_names(caller)
    return TokenList(items=[TokenOut.of(token, lists) for token in await tokens.list(caller)])


@router.post("/api/tokens", status_code=201, responses=documented(Conflict, NotFound))
async def make_token(body: NewToken, caller: SessionCaller, tokens: TokensService) -> MadeToken:
    """Make a personal access token; it is shown this once."""
    lifetime = None if body.expires_in_days is None else timedelta(days=body.expires_in_days)
    token, secret = await tokens.make(caller, body.name, body.scopes, lifetime, body.list_id)
    return MadeToken.with_secret(token, await tokens.list_names(caller), secret)


@router.delete("/api/tokens/{token_id}", status_code=204, responses=documented(NotFound))
async def revoke_token(token_id: UUID, caller: SessionCaller, tokens: TokensService) -> None:
    """Revoke a personal access token; it stops working at once."""
    await tokens.revoke(caller, token_id)
