"""What has to happen now and then, in every process alike."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from todo.accounts.activity import Activity
from todo.errors import AppError
from todo.kit.clock import Clock

PERIOD_SECONDS = 60.0
_SWEEP_EVERY = timedelta(hours=1)
_log = structlog.get_logger("todo.upkeep")


class Sweeper(Protocol):
    """Holds things that expire."""

    async def sweep(self, now: datetime) -> None:
        """Delete what has expired by `now`."""


class Upkeep:
    """Writes down who was seen once a minute, and deletes what has expired once an hour."""

    def __init__(self, activity: Activity, sweepers: Sequence[Sweeper], clock: Clock) -> None:
        self._activity = activity
        self._sweepers = sweepers
        self._clock = clock
        self._swept_at: datetime | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep at it while the block runs; what was noted by then is written at the end."""
        task = asyncio.create_task(self._forever())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await self.once()

    async def once(self) -> None:
        """One round. A database that does not answer is for the next one."""
        now = self._clock()
        try:
            await self._activity.write()
            if self._swept_at is None or now - self._swept_at >= _SWEEP_EVERY:
                for sweeper in self._sweepers:
                    await sweeper.sweep(now)
                self._swept_at = now
        except AppError as error:
            _log.warning("upkeep_postponed", reason=error.code)

    async def _forever(self) -> None:
        while True:
            await asyncio.sleep(PERIOD_SECONDS)
            await self.once()
