"""What clients discover: which server gives tokens for /mcp (RFC 9728), and how that server works (RFC 8414)."""

from pydantic import BaseModel

from todo.oauth import addresses, pkce
from todo.oauth.addresses import Addresses

SCOPES = ["read", "write"]


class ResourceMetadata(BaseModel):
    """RFC 9728 section 2."""

    resource: str
    authorization_servers: list[str]
    scopes_supported: list[str] = SCOPES
    bearer_methods_supported: list[str] = ["header"]
    resource_name: str = "Todo"

    @classmethod
    def at(cls, site: Addresses) -> "ResourceMetadata":
        return cls(resource=site.resource, authorization_servers=[site.issuer])


class ServerMetadata(BaseModel):
    """RFC 8414 section 2."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    registration_endpoint: str
    revocation_endpoint: str
    scopes_supported: list[str] = SCOPES
    response_types_supported: list[str] = ["code"]
    response_modes_supported: list[str] = ["query"]
    grant_types_supported: list[str] = ["authorization_code", "refresh_token"]
    token_endpoint_auth_methods_supported: list[str] = ["none"]
    revocation_endpoint_auth_methods_supported: list[str] = ["none"]
    code_challenge_methods_supported: list[str] = [pkce.METHOD]
    authorization_response_iss_parameter_supported: bool = True

    @classmethod
    def at(cls, site: Addresses) -> "ServerMetadata":
        return cls(
            issuer=site.issuer,
            authorization_endpoint=site.origin + addresses.AUTHORIZE,
            token_endpoint=site.origin + addresses.TOKEN,
            registration_endpoint=site.origin + addresses.REGISTER,
            revocation_endpoint=site.origin + addresses.REVOKE,
        )
