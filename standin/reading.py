"""Reading a request: the key that it bears, and its JSON."""

import json
from typing import Any

from starlette.requests import Request

from standin.refusal import Refused, invalid


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
