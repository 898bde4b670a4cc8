"""The one place where errors become answers: problem documents (RFC 9457), none of which repeats what was sent."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Scope

from todo.errors import AppError, BodyTooLarge, Forbidden, InvalidRequest, NotFound, OAuthError, Unauthenticated
from todo.health.invalid import invalid_fields
from todo.kit.problems import MEDIA_TYPE, document, oauth_document

_BY_STATUS = {error.status: error for error in (Unauthenticated, Forbidden, NotFound, BodyTooLarge)}
_WHAT_TO_DO = {
    404: "There is nothing at this address. `/api/openapi.json` lists what there is.",
    405: "This address does not take that method. The Allow header names those it takes.",
}
_UNREADABLE = "The body cannot be read. Send JSON in UTF-8, with Content-Type: application/json."


def answer(scope: Scope, error: AppError) -> Response:
    """`error` as a response. Every 401 names the scheme to authenticate with (RFC 9110 section 15.5.2)."""
    headers = dict(error.headers)
    if error.status == 401:
        headers.setdefault("WWW-Authenticate", 'Bearer realm="todo"')
    if isinstance(error, OAuthError):
        return Response(json.dumps(oauth_document(error)), error.status, headers, "application/json")
    body = json.dumps(document(error, scope.get("state", {}).get("request_id")))
    return Response(body, error.status, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Answer every expected failure of `app`. Unexpected ones are `todo.health.requests`' part."""
    app.add_exception_handler(AppError, _app_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http_error)


async def _app_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AppError)  # noqa: S101 - what the handler is registered for
    return answer(request.scope, error)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - what the handler is registered for
    fields = invalid_fields(error.errors())
    detail = " ".join(f"{field['field']}: {field['message']}" for field in fields)
    return answer(request.scope, InvalidRequest(detail, errors=fields))


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - what the handler is registered for
    if error.status_code == 400:  # FastAPI's word for a body that is no JSON at all
        return answer(request.scope, InvalidRequest(_UNREADABLE))
    headers = {"Allow": _allowed(request)} if error.status_code == 405 else error.headers or {}
    return answer(request.scope, _of_status(error.status_code, str(error.detail), headers))


def _allowed(request: Request) -> str:
    """Every method that this address takes (RFC 9110 section 15.5.6); Starlette names one route's alone."""
    methods: set[str] = set()
    for context in iter_route_contexts(request.app.routes):
        if isinstance(context.original_route, Route) and context.path_regex.match(request.url.path):
            methods |= context.methods or set()
    return ", ".join(sorted(methods))


def _of_status(status: int, detail: str, headers: Mapping[str, str]) -> AppError:
    known = _BY_STATUS.get(status)
    detail = _WHAT_TO_DO.get(status, detail)
    if known is not None:
        return known(detail, headers=headers)
    phrase = HTTPStatus(status).phrase
    members: dict[str, Any] = {"status": status, "code": phrase.lower().replace(" ", "_"), "title": phrase}
    return type("HttpError", (AppError,), members)(detail, headers=headers)  # type: ignore[no-any-return]
