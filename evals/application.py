"""The real app on a new SQLite file, under a clock that each conversation sets."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpx2
from fastapi import FastAPI

from todo.main import create_app
from todo.migrating import migrate
from todo.settings import Settings

_PASSWORD = "a long walk by the sea"
_numbers = count(1)


class Clock:
    """Stands still at `now` until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class Application:
    """One conversation at a time is played against it: its clock is theirs."""

    app: FastAPI
    clock: Clock = field(default_factory=Clock)

    @asynccontextmanager
    async def sign_up(self, zone: str) -> AsyncIterator[httpx2.AsyncClient]:
        """A new person, whose browser is open while the block runs."""
        transport = httpx2.ASGITransport(self.app, client=("192.0.2.1", 50_000))
        async with httpx2.AsyncClient(
            transport=transport, base_url="http://todo.test", headers={"X-CSRF": "1"}, timeout=120
        ) as client:
            body = {"email": f"person{next(_numbers)}@example.org", "password": _PASSWORD, "time_zone": zone}
            (await client.post("/api/auth/register", json=body)).raise_for_status()
            yield client


def make_template(folder: Path) -> Path:
    """An empty database with the tables of this version. Not to be called in a running event loop."""
    file = folder / "template.db"
    migrate(f"sqlite:///{file}")
    return file


@asynccontextmanager
async def started(template: Path, folder: Path, settings: dict[str, Any]) -> AsyncIterator[Application]:
    """An app on a copy of `template`; `settings` over those of the environment."""
    file = folder / f"todo{next(_numbers)}.db"
    shutil.copyfile(template, file)
    clock = Clock()
    values: dict[str, Any] = {
        "database_url": f"sqlite:///{file}",
        "data_dir": folder,
        "rate_limits": "off",
        "app_env": "development",
    }
    app = create_app(Settings(**values | settings), clock=clock)
    async with app.router.lifespan_context(app):
        yield Application(app, clock)
