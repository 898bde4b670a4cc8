"""Problem documents (RFC 9457): what every error looks like over HTTP, and how an endpoint says which it may give."""

from collections import defaultdict
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from todo.errors import AppError, OAuthError

MEDIA_TYPE = "application/problem+json"


class InvalidField(BaseModel):
    """What is wrong with one field; `field` is its path, such as `password` or `tags.0`."""

    field: str
    message: str


class Problem(BaseModel):
    """An error. `detail` says to a person what happened and what to do next, `code` says it to a program."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={
            "example": {
                "type": "urn:todo:problem:not_found",
                "title": "Not found",
                "status": 404,
                "detail": "There is no such session. It may have ended already.",
                "code": "not_found",
                "request_id": "019ab7c1d2e37f008a4b5c6d7e8f9012",
            }
        },
    )

    type: str = Field(description="A URI that names the kind of problem")
    title: str
    status: int
    detail: str
    code: str
    request_id: str | None = Field(default=None, description="Names this request in the server's log")
    errors: list[InvalidField] | None = Field(default=None, description="With `invalid_request`: each field")
    retry_after: int | None = Field(default=None, description="With `rate_limited`: seconds to wait")


class OAuthProblem(BaseModel):
    """An error to an OAuth client (RFC 6749 section 5.2)."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"error": "invalid_grant", "error_description": "This code has expired."}}
    )

    error: str
    error_description: str


def document(error: AppError, request_id: str | None) -> dict[str, Any]:
    """The problem document of `error`, as JSON values."""
    return {
        "type": f"urn:todo:problem:{error.code}",
        "title": error.title,
        "status": error.status,
        "detail": error.detail,
        "code": error.code,
        "request_id": request_id,
        **error.extra,
    }


def oauth_document(error: OAuthError) -> dict[str, Any]:
    """The answer to an OAuth client, as JSON values."""
    return {"error": error.error, "error_description": error.detail}


def documented(*errors: type[AppError]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint that may answer with `errors`, for its OpenAPI description."""
    codes: defaultdict[int, list[str]] = defaultdict(list)
    for error in errors:
        codes[error.status].append(f"`{error.code}`: {error.title}")
    return {
        status: {"model": Problem, "description": f"{HTTPStatus(status).phrase}. {'; '.join(described)}"}
        for status, described in sorted(codes.items())
    }
