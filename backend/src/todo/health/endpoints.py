"""Whether the process lives, whether it can work, and its figures."""

from datetime import datetime
from importlib.metadata import version
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from todo.agent.llm.state import ModelState
from todo.health.metrics import CONTENT_TYPE, Metrics
from todo.health.readiness import Readiness

router = APIRouter(tags=["health"])
VERSION = version("todo")


class Health(BaseModel):
    """The process runs."""

    status: Literal["healthy"] = "healthy"
    version: str = VERSION
    timestamp: datetime


class ReadyModel(BaseModel):
    """A model that fails makes nobody unready: the built-in rules answer."""

    name: str
    status: Literal["unchecked", "answering", "failing"]
    detail: str = Field(description="What to do when it fails")


class Ready(BaseModel):
    """The process can answer requests, or not yet."""

    status: Literal["ready", "not_ready"]
    database: Literal["connected", "disconnected"]
    model: ReadyModel | None = Field(default=None, description="The language model, if there is one")
    version: str = VERSION
    timestamp: datetime


@router.get("/health")
async def health(request: Request) -> Health:
    """Say that the process runs."""
    return Health(timestamp=_now(request))


@router.get(
    "/ready",
    response_model_exclude_none=True,
    responses={503: {"model": Ready, "description": "The database does not answer"}},
)
async def ready(request: Request, response: Response) -> Ready:
    """Say within a second whether the database answers."""
    readiness: Readiness = request.app.state.services.readiness
    model = _model(request)
    if await readiness.connected():
        return Ready(status="ready", database="connected", model=model, timestamp=_now(request))
    response.status_code = 503
    return Ready(status="not_ready", database="disconnected", model=model, timestamp=_now(request))


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(request: Request) -> Response:
    """Figures for Prometheus."""
    figures: Metrics = request.app.state.services.metrics
    return Response(figures.text(), media_type=CONTENT_TYPE)


def _model(request: Request) -> ReadyModel | None:
    state: ModelState | None = request.app.state.services.model
    if state is None:
        return None
    return ReadyModel(name=state.provider.model, status=state.status, detail=state.detail)


def _now(request: Request) -> datetime:
    services: Any = request.app.state.services
    now: datetime = services.clock()
    return now
