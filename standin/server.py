"""The endpoints: `/compatibility/v1` as Cohere has it, and `/control`."""

from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from standin import wire
from standin.answering import Answer
from standin.control import control_route
from standin.reading import check_key, read_json
from standin.refusal import Refused, error_body
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
        control_route(script, key),
    ]
    return Starlette(routes=routes, exception_handlers={Refused: _refuse})


async def _refuse(_: Request, refused: Any) -> JSONResponse:
    return JSONResponse(error_body(refused.message), refused.status)
