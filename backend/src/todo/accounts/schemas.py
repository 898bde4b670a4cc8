"""What accounts look like over HTTP."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr

from todo.accounts import emails, passwords, preferences
from todo.accounts.account import AccessToken, Session, User
from todo.accounts.sessions import OpenedSession
from todo.kit.caller import Scope
from todo.kit.words import clean_line

Email = Annotated[str, Field(max_length=1000, json_schema_extra={"format": "email"}), AfterValidator(emails.normalised)]
Name = Annotated[str, Field(max_length=100), AfterValidator(lambda text: clean_line(text, "name", most=100, least=0))]
TokenName = Annotated[
    str, Field(min_length=1, max_length=100), AfterValidator(lambda text: clean_line(text, "name", most=100))
]
NewPassword = Annotated[SecretStr, Field(min_length=passwords.MIN_LENGTH, max_length=passwords.MAX_LENGTH)]
Password = Annotated[SecretStr, Field(min_length=1, max_length=passwords.MAX_LENGTH)]
TimeZone = Annotated[str, Field(max_length=100, examples=["Europe/Berlin"]), AfterValidator(preferences.time_zone)]
Locale = Annotated[str, Field(max_length=100, examples=["en-GB"]), AfterValidator(preferences.locale)]


class Registration(BaseModel):
    """Time zone and locale are the browser's; one that we do not know becomes UTC, or English."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "email": "ada@example.org",
                "password": "four random words here",
                "name": "Ada",
                "time_zone": "Europe/London",
                "locale": "en-GB",
            }
        }
    )

    email: Email
    password: NewPassword
    name: Name | None = None
    time_zone: str = Field(default=preferences.DEFAULT_ZONE, max_length=100)
    locale: str = Field(default=preferences.DEFAULT_LOCALE, max_length=100)


class Credentials(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={"example": {"email": "ada@example.org", "password": "four random words here"}}
    )

    email: Email
    password: Password


class Me(BaseModel):
    """The person who is signed in."""

    id: UUID
    email: str
    name: str | None
    time_zone: str
    locale: str
    created_at: datetime

    @classmethod
    def of(cls, user: User) -> Self:
        return cls.model_validate(user, from_attributes=True)


class SessionGrant(BaseModel):
    """What signing in gives to a program; a browser uses the cookie that comes with it."""

    access_token: str = Field(description="A JSON Web Token, worth something while its session lasts")
    token_type: Literal["bearer"] = "bearer"  # noqa: S105 - the kind of token
    expires_in: int = Field(description="Seconds")
    user: Me

    @classmethod
    def of(cls, user: User, opened: OpenedSession) -> Self:
        return cls(access_token=opened.access_token, expires_in=opened.expires_in, user=Me.of(user))


class MeChange(BaseModel):
    """Only what is sent is changed; a name of null is taken away."""

    model_config = ConfigDict(json_schema_extra={"example": {"time_zone": "America/New_York"}})

    name: Name | None = None
    # A default that is never used, and so is not in the schema: null is no value of these.
    time_zone: TimeZone = Field(default_factory=str)
    locale: Locale = Field(default_factory=str)


class PasswordChange(BaseModel):
    current_password: Password
    new_password: NewPassword


class PasswordProof(BaseModel):
    password: Password


class SessionOut(BaseModel):
    """A browser, or a program, that is signed in. `current` is the one that asks."""

    id: UUID
    created_at: datetime
    last_seen_at: datetime = Field(description="Up to a minute behind")
    expires_at: datetime
    user_agent: str | None
    current: bool

    @classmethod
    def of(cls, session: Session, current: UUID | None) -> Self:
        return cls.model_validate({**asdict(session), "current": session.id == current})


class SessionList(BaseModel):
    items: list[SessionOut]


class NewToken(BaseModel):
    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Claude Desktop", "scopes": ["read", "write"], "expires_in_days": 90}}
    )

    name: TokenName
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=10)]
    expires_in_days: int | None = Field(default=None, ge=1, le=3650, description="Never, unless given")
    list_id: UUID | None = Field(default=None, description="The only list that it may see and touch; all, unless given")


class TokenOut(BaseModel):
    id: UUID
    name: str
    scopes: list[Scope]
    list_id: UUID | None = Field(description="The only list that it may see and touch; null is all of them")
    list: str | None = Field(description="What that list is called; null while it is in the trash")
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None = Field(description="Up to a minute behind")

    @classmethod
    def of(cls, token: AccessToken, lists: Mapping[UUID, str]) -> Self:
        name = None if token.list_id is None else lists.get(token.list_id)
        return cls.model_validate({**asdict(token), "list": name})


class TokenList(BaseModel):
    items: list[TokenOut]


class MadeToken(TokenOut):
    """A new token; `token` is shown this once."""

    token: str

    @classmethod
    def with_secret(cls, token: AccessToken, lists: Mapping[UUID, str], secret: str) -> Self:
        return cls(**TokenOut.of(token, lists).model_dump(), token=secret)
