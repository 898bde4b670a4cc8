"""Whether the database answers, known within a second whatever it does."""

import asyncio

import structlog

from todo.kit.database import Database

SECONDS = 0.8
"""Leaves the rest of a second to the request around it."""

_log = structlog.get_logger("todo.readiness")


class Readiness:
    """Asks the database. A question that hangs is left to itself, and the next caller waits for that same one:
    cancelling it could take longer than a second, and asking anew would fill the pool."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asking: asyncio.Task[bool] | None = None

    async def connected(self) -> bool:
        """True when the database answers within `SECONDS`."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        asking = self._asking
        done, _ = await asyncio.wait({asking}, timeout=SECONDS)
        return bool(done) and asking.result()

    async def close(self) -> None:
        """Stop asking."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.wait({self._asking}, timeout=SECONDS)

    async def _ask(self) -> bool:
        try:
            await self._database.ping()
        except Exception as error:  # a wrong password, an unknown host: whatever it is, it is not ready
            _log.warning("database_disconnected", reason=type(error).__name__)
            return False
        return True
