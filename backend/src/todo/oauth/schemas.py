"""What the authorisation server looks like over HTTP."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from todo.kit.caller import Scope
from todo.oauth.authorization import Asked, Question
from todo.oauth.clients import MOST_REDIRECTS
from todo.oauth.grant import ACCESS_LIFETIME, Client, Connection, Issued
from todo.oauth.redirects import LONGEST, destination

_Word = Annotated[str, Field(max_length=100)]
_Text = Annotated[str, Field(max_length=300)]


class ClientMetadata(BaseModel):
    """What a client says of itself (RFC 7591 section 2); members that are not here are left out of account."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"client_name": "An app", "redirect_uris": ["http://127.0.0.1:33418/callback"]}}
    )

    redirect_uris: list[Annotated[str, Field(max_length=LONGEST)]] = Field(min_length=1, max_length=MOST_REDIRECTS)
    client_name: Annotated[str, Field(max_length=1000)] | None = None
    grant_types: list[str] = Field(default=["authorization_code"], max_length=20)
    response_types: list[str] = Field(default=["code"], max_length=20)


class RegisteredClient(BaseModel):
    """RFC 7591 section 3.2.1. Whatever was asked for, the client is public and has both kinds of grants."""

    client_id: str
    client_id_issued_at: int
    client_name: str
    redirect_uris: list[str]
    grant_types: list[str] = ["authorization_code", "refresh_token"]
    response_types: list[str] = ["code"]
    token_endpoint_auth_method: Literal["none"] = "none"  # noqa: S105 - there is none
    scope: str = "read write"

    @classmethod
    def of(cls, client: Client) -> Self:
        return cls(
            client_id=str(client.id),
            client_id_issued_at=int(client.created_at.timestamp()),
            client_name=client.name,
            redirect_uris=client.redirect_uris,
        )


class TokenForm(BaseModel):
    """The form of a token request: for a code (RFC 6749 section 4.1.3) or for a refresh token (section 6)."""

    grant_type: str
    client_id: str
    code: str | None = None
    code_verifier: str | None = None
    redirect_uri: str | None = None
    refresh_token: str | None = None
    scope: str | None = None
    resource: str | None = None


class RevocationForm(BaseModel):
    """RFC 7009 section 2.1."""

    token: str
    client_id: str


class TokenAnswer(BaseModel):
    """RFC 6749 section 5.1."""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the kind of token
    expires_in: int = Field(default=int(ACCESS_LIFETIME.total_seconds()), description="Seconds")
    refresh_token: str
    scope: str

    @classmethod
    def of(cls, issued: Issued) -> Self:
        scope = " ".join(issued.scopes)
        return cls(access_token=issued.access_token, refresh_token=issued.refresh_token, scope=scope)


class AuthorizationRequest(BaseModel):
    """The parameters that a client sent the person with (RFC 6749 section 4.1.1, RFC 7636, RFC 8707)."""

    client_id: _Word = ""
    redirect_uri: str = Field(default="", max_length=LONGEST)
    response_type: _Word = ""
    response_mode: _Word = ""
    code_challenge: _Word = ""
    code_challenge_method: _Word = ""
    scope: _Text = ""
    state: str = Field(default="", max_length=2000)
    resource: _Text = ""

    def asked(self) -> Asked:
        return Asked(**self.model_dump(include=set(AuthorizationRequest.model_fields)))


class Decision(AuthorizationRequest):
    """The person's answer: a yes to these scopes, or a no when there are none."""

    allow: list[Scope] = Field(max_length=10)
    list_id: UUID | None = Field(default=None, description="The only list that it may see and touch; all, unless given")


class Redirect(BaseModel):
    """Where the browser has to go now."""

    redirect_to: str


class DestinationOut(BaseModel):
    """Who is behind an app: a `site` by its host, a program on this `computer`, an `app` by its scheme."""

    kind: Literal["site", "computer", "app"]
    name: str


class QuestionOut(BaseModel):
    """What the person is asked. The name is the app's own word; the destination is certain."""

    client_name: str
    destination: DestinationOut
    scopes: list[Scope]

    @classmethod
    def of(cls, question: Question) -> Self:
        return cls(
            client_name=question.client.name,
            destination=DestinationOut(**asdict(destination(question.redirect_uri))),
            scopes=list(question.scopes),
        )


class ConnectionOut(BaseModel):
    """A connected app."""

    id: UUID
    name: str
    destination: DestinationOut
    scopes: list[Scope]
    list_id: UUID | None = Field(description="The only list that it may see and touch; null is all of them")
    list: str | None = Field(description="What that list is called; null while it is in the trash")
    created_at: datetime
    last_used_at: datetime | None = Field(description="Up to a minute behind")

    @classmethod
    def of(cls, connection: Connection, lists: Mapping[UUID, str]) -> Self:
        name = None if connection.list_id is None else lists.get(connection.list_id)
        found = asdict(connection.destination)
        return cls.model_validate({**asdict(connection), "destination": found, "list": name})


class ConnectionList(BaseModel):
    items: list[ConnectionOut]
