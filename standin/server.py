"""The endpoints: `/compatibility/v1` as Cohere has it."""

import json
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from standin import wire
from standin.answering import Answer
from standin.refusal import Refused, error_body, invalid
from standin.rules import MODELS, check_request
from standin.script import ChatRequest, Script

BASE_PATH = "/compatibility/v1"


def create_app(script: Script, key: str) -> Starlette:
    """An app that answers from `script` whoever bears `key`."""

    async def complete(request: Request) -> ASGIApp:
        check_key(request, key)
        body = await read_json(request)
        record = ChatRequest(body if isinstance(body, dict) else {}, dict(request.headers))
        script.requests.append(record)
        try:
            check_request(body)
        except Refused as refused:
            record.refused = refused.message
            raise
        return Answer(await script.next(record), record, script.ended)

    async def list_models(request: Request) -> JSONResponse:
        check_key(request, key)
        return JSONResponse(wire.model_list(MODELS))

    routes = [
        Route(f"{BASE_PATH}/chat/completions", complete, methods=["POST"]),
        Route(f"{BASE_PATH}/models", list_models, methods=["GET"]),
    ]
    return Starlette(routes=routes, exception_handlers={Refused: _refuse})


def check_key(request: Request, key: str) -> None:
    """Raises Refused with 401."""
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if not given:
        raise Refused(401, "no api key supplied")
    if scheme.lower() != "bearer" or given != key:
        raise Refused(401, "invalid api token")


async def read_json(request: Request) -> Any:
    """Raises Refused unless the body is JSON and says so."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise invalid("the content type must be application/json")
    try:
        return json.loads(await request.body())
    except ValueError as error:
        raise invalid(f"the body is no JSON: {error}") from error


async def _refuse(_: Request, refused: Any) -> JSONResponse:
    return JSONResponse(error_body(refused.message), refused.status)
