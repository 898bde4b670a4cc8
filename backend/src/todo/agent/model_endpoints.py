"""Which models there are, and which one answers a person."""

from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from todo.accounts.dependencies import ReadCaller, SessionCaller
from todo.agent.llm.state import ModelState, Status
from todo.allowance.service import Allowance, Mode
from todo.kit.answers import CHANGING, READING
from todo.kit.caller import Caller

router = APIRouter(tags=["chat"])


class ModelOut(BaseModel):
    """A model beside the built-in rules."""

    name: str
    provider: str
    status: Status = Field(description="As the newest try tells")
    tokens_used_today: int
    tokens_per_day: int | None = Field(description="The most in a day; null is no limit")


class Answering(BaseModel):
    """Who answers: `choice` is the person's, `default` the server's for those who chose none."""

    choice: Mode | None
    default: Mode
    model: ModelOut | None = Field(description="None: the built-in rules answer everything")


class NewChoice(BaseModel):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": {"choice": "offline"}})

    choice: Mode | None = Field(description="null leaves it to the server")


class _Models:
    def __init__(self, request: Request) -> None:
        services: Any = request.app.state.services
        self._allowance: Allowance = services.allowance
        self._model: ModelState | None = services.model
        self._default: Mode = cast("Mode", services.settings.chat_mode)

    async def answering(self, caller: Caller) -> Answering:
        standing = await self._allowance.standing(caller)
        model = None
        if self._model is not None:
            model = ModelOut(
                name=self._model.provider.model,
                provider=self._model.provider.name,
                status=self._model.status,
                tokens_used_today=standing.used,
                tokens_per_day=self._allowance.tokens_per_day or None,
            )
        return Answering(choice=standing.choice, default=self._default if model else "offline", model=model)

    async def choose(self, caller: Caller, choice: Mode | None) -> Answering:
        await self._allowance.choose(caller, choice)
        return await self.answering(caller)


async def _models(request: Request) -> _Models:
    return _Models(request)


_ModelsDep = Annotated[_Models, Depends(_models)]


@router.get("/api/models", responses=READING)
async def read_models(caller: ReadCaller, models: _ModelsDep) -> Answering:
    """Show which model there is, and who answers."""
    return await models.answering(caller)


@router.put("/api/models", responses=CHANGING)
async def choose_model(body: NewChoice, caller: SessionCaller, models: _ModelsDep) -> Answering:
    """Choose who answers from now on."""
    return await models.choose(caller, body.choice)
