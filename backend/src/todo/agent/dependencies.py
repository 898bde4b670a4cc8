"""The chat, as endpoints ask for it."""

from typing import Annotated, cast

from fastapi import Depends, Request

from todo.agent.chat import Chat
from todo.agent.starting import Workshop


async def _chat(request: Request) -> Chat:
    return cast("Chat", request.app.state.services.chat)


async def wake(request: Request) -> None:
    """Whoever asks for this is about to talk: the agent is loaded meanwhile."""
    workshop: Workshop = request.app.state.services.workshop
    workshop.wake()


ChatDep = Annotated[Chat, Depends(_chat)]
