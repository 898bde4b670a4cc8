"""The chat, as endpoints ask for it."""

from typing import Annotated, cast

from fastapi import Depends, Request

from todo.agent.chat import Chat


async def _chat(request: Request) -> Chat:
    return cast("Chat", request.app.state.services.chat)


ChatDep = Annotated[Chat, Depends(_chat)]
