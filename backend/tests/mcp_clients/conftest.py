"""A person, their program's token, and a real server: what clients of other make are pointed at."""

from collections.abc import Awaitable, Callable

import pytest
from fastapi import FastAPI

from fixtures.people import Person, Town
from tools.remote import Remote, token


@pytest.fixture
async def laptop(ada: Person, town: Town, serve: Callable[[FastAPI], Awaitable[str]]) -> Remote:
    """Ada's program, which may read and write."""
    return Remote(await serve(town.app), await token(ada))
