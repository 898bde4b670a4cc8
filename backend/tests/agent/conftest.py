"""A conversation of a new person with the town's app."""

import pytest

from agent.talk import Talk
from fixtures.clients import SettableClock
from fixtures.people import Join, Town


@pytest.fixture
def now(town: Town) -> SettableClock:
    """The town's clock: Monday 23 November 2026, 10:00 in Berlin, unless the test moves it."""
    return town.clock


@pytest.fixture
async def talk(join: Join) -> Talk:
    """A conversation of a person in Berlin who has no tasks yet."""
    return Talk((await join()).client)
