"""Monday 23 November 2026, 09:00 in Berlin: the moment at which every sentence of these tests is said."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from todo.when import Reading, read


@pytest.fixture(scope="session")
def now() -> datetime:
    return datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.fixture(scope="session")
def reading(now: datetime) -> Callable[[str], Reading]:
    return lambda text: read(text, now)


@pytest.fixture(scope="session")
def due(now: datetime) -> Callable[[str], str | None]:
    def of(text: str) -> str | None:
        found = read(text, now).due
        return found.iso() if found else None

    return of


@pytest.fixture(scope="session")
def rrule(now: datetime) -> Callable[[str], str | None]:
    return lambda text: read(text, now).rrule
