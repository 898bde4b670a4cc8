"""Scripting a running stand-in over HTTP, for tests that run elsewhere: `/control`, with the same bearer key.

`POST` takes any of `{"steps": [step, …], "otherwise": step | "natural" | null, "delay": seconds, "pause": seconds}`:
the steps are added to those that are left, the others replace what they were. `GET` changes nothing. `DELETE` makes
all as it was at the start. Each answers `{"steps_left": number, "requests": [{"body": …, "refused": text | null}, …]}`.
`standin.notation` says what a step is.
"""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from standin import natural
from standin.fields import as_list, as_object
from standin.notation import read_seconds, read_step
from standin.reading import check_key, read_json
from standin.script import Responder, Script
from standin.steps import Step


def control_route(script: Script, key: str) -> Route:
    started = {name: getattr(script, name) for name in ("otherwise", "delay", "pause")}

    async def control(request: Request) -> JSONResponse:
        check_key(request, key)
        if request.method == "POST":
            more = _read(await read_json(request))
            script.steps.extend(more.pop("steps", ()))
            _set(script, more)
        elif request.method == "DELETE":
            script.steps.clear()
            script.requests.clear()
            _set(script, started)
        seen = [{"body": asked.body, "refused": asked.refused} for asked in script.requests]
        return JSONResponse({"steps_left": len(script.steps), "requests": seen})

    return Route("/control", control, methods=["GET", "POST", "DELETE"])


def _read(body: Any) -> dict[str, Any]:
    """The fields of a script. All are read before any is set: a refused body changes nothing."""
    readers = {"steps": _steps, "otherwise": _otherwise, "delay": read_seconds, "pause": read_seconds}
    return {name: readers[name](value, name) for name, value in as_object(body, "", readers).items()}


def _set(script: Script, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        setattr(script, name, value)


def _steps(value: Any, path: str) -> list[Step]:
    return [read_step(step, f"{path}[{index}]") for index, step in enumerate(as_list(value, path))]


def _otherwise(value: Any, path: str) -> Step | Responder | None:
    if value is None:
        return None
    return natural.answer if value == "natural" else read_step(value, path)
