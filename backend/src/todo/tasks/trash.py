"""The trash: what was deleted can be restored for 30 days, then it is removed for good."""

from datetime import datetime, timedelta

from todo.kit.database import Database
from todo.tasks.repository import purge

KEPT = timedelta(days=30)


class Trash:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def sweep(self, now: datetime) -> None:
        """Remove what has been in the trash for long enough."""
        async with self._database.write() as transaction:
            await purge(transaction, now - KEPT)
