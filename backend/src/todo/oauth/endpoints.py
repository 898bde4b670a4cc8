"""What clients ask: where to go, to be registered, for tokens, and for their end."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request

from todo.accounts.quotas import client_address
from todo.errors import OAuthError, RateLimited
from todo.kit.problems import OAuthProblem, documented
from todo.oauth.addresses import (
    REGISTER,
    RESOURCE,
    RESOURCE_METADATA,
    REVOKE,
    SERVER_METADATA,
    TOKEN,
    Addresses,
    Site,
)
from todo.oauth.clients import Clients
from todo.oauth.forms import form_schema, json_schema, read_form, read_json
from todo.oauth.metadata import ResourceMetadata, ServerMetadata
from todo.oauth.quotas import Quotas
from todo.oauth.schemas import ClientMetadata, RegisteredClient, RevocationForm, TokenAnswer, TokenForm
from todo.oauth.tokens import Tokens

router = APIRouter(tags=["oauth"])

_REFUSED: dict[int | str, dict[str, Any]] = {
    400: {"model": OAuthProblem, "description": "What is wrong, as RFC 6749 section 5.2 has it"},
    **documented(RateLimited),
}


async def here(request: Request) -> Addresses:
    """The addresses at the origin that the request came to."""
    site: Site = request.app.state.services.site
    return site.at(request)


Here = Annotated[Addresses, Depends(here)]


async def _clients(request: Request) -> Clients:
    clients: Clients = request.app.state.services.oauth_clients
    return clients


async def _tokens(request: Request) -> Tokens:
    """Counts a try of whoever asks. Raises RateLimited."""
    services: Any = request.app.state.services
    quotas: Quotas = services.oauth_quotas
    await quotas.token(client_address(request), services.clock())
    tokens: Tokens = services.oauth_tokens
    return tokens


TokensService = Annotated[Tokens, Depends(_tokens)]


@router.get(RESOURCE_METADATA)
@router.get(RESOURCE_METADATA + RESOURCE)
async def read_resource_metadata(site: Here) -> ResourceMetadata:
    """Say who gives tokens for /mcp (RFC 9728)."""
    return ResourceMetadata.at(site)


@router.get(SERVER_METADATA)
@router.get(SERVER_METADATA + RESOURCE)
async def read_server_metadata(site: Here) -> ServerMetadata:
    """Say how to get a token (RFC 8414). The second address is where clients look that take /mcp for the issuer."""
    return ServerMetadata.at(site)


@router.post(REGISTER, status_code=201, responses=_REFUSED, openapi_extra=json_schema(ClientMetadata))
async def register_client(request: Request, clients: Annotated[Clients, Depends(_clients)]) -> RegisteredClient:
    """Register a public client (RFC 7591)."""
    metadata = await read_json(request, ClientMetadata)
    if "authorization_code" not in metadata.grant_types or "code" not in metadata.response_types:
        raise OAuthError("invalid_client_metadata", "Only the authorisation code grant is supported.")
    client = await clients.register(metadata.client_name, metadata.redirect_uris, client_address(request))
    return RegisteredClient.of(client)


@router.post(TOKEN, responses=_REFUSED, openapi_extra=form_schema(TokenForm))
async def issue_tokens(request: Request, tokens: TokensService, site: Here) -> TokenAnswer:
    """Give tokens for an authorisation code, or new ones for a refresh token."""
    form = await read_form(request, TokenForm)
    match form.grant_type:
        case "authorization_code":
            if not form.code or not form.code_verifier:
                raise OAuthError("invalid_request", "Send the code, and the code_verifier that it was asked for with.")
            issued = await tokens.exchange(
                form.client_id, form.code, form.code_verifier, form.redirect_uri, form.resource, site
            )
        case "refresh_token":
            if not form.refresh_token:
                raise OAuthError("invalid_request", "Send the refresh_token.")
            issued = await tokens.refresh(form.client_id, form.refresh_token, form.scope, form.resource, site)
        case _:
            raise OAuthError("unsupported_grant_type", "Send a grant_type of authorization_code or refresh_token.")
    return TokenAnswer.of(issued)


@router.post(REVOKE, responses=_REFUSED, openapi_extra=form_schema(RevocationForm))
async def revoke_token(request: Request, tokens: TokensService) -> None:
    """End a token (RFC 7009), and by a refresh token the whole grant; fine also when it has ended already."""
    form = await read_form(request, RevocationForm)
    await tokens.revoke(form.client_id, form.token)
