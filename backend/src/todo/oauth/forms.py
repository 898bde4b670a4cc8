"""What OAuth clients send, read strictly: whatever is wrong with it is told in OAuth's own words."""

from typing import Any, TypeVar
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from todo.errors import OAuthError

FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 50

Model = TypeVar("Model", bound=BaseModel)


async def read_form(request: Request, model: type[Model]) -> Model:
    """The form that `request` carries. Fields without a value count as left out (RFC 6749 section 3.2).

    Raises:
        OAuthError: invalid_request, when it is no such form, or a field of it comes twice.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise OAuthError("invalid_request", f"Send a form, with Content-Type: {FORM}.")
    try:
        pairs = parse_qsl((await request.body()).decode(), max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise OAuthError("invalid_request", "The form cannot be read. Send it in UTF-8, percent-encoded.") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise OAuthError("invalid_request", "A field of the form comes twice. Send each once.")
    try:
        return model.model_validate(fields)
    except ValidationError as error:
        raise OAuthError("invalid_request", _told(error)) from None


async def read_json(request: Request, model: type[Model]) -> Model:
    """The JSON object that `request` carries.

    Raises:
        OAuthError: invalid_client_metadata (RFC 7591 section 3.2.2)
    """
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        raise OAuthError("invalid_client_metadata", _told(error)) from None


def form_schema(model: type[BaseModel]) -> dict[str, Any]:
    """How the form is described in the OpenAPI document."""
    return {"requestBody": {"required": True, "content": {FORM: {"schema": model.model_json_schema()}}}}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """How the JSON object is described in the OpenAPI document."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": model.model_json_schema()}}}}


def _told(error: ValidationError) -> str:
    """Which fields are wrong. What was sent is left out: it may be a secret."""
    fields = sorted({str(each["loc"][0]) for each in error.errors() if each["loc"]})
    return f"Missing or wrong: {', '.join(fields)}." if fields else "Send a JSON object in UTF-8."
