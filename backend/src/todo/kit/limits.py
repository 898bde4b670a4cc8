"""Rate limits across replicas and restarts: the generic cell rate algorithm (ITU-T I.371), one statement a hit."""

import math
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Executable, Float, String, Table, bindparam, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from todo.errors import RateLimited
from todo.kit.columns import metadata
from todo.kit.database import Database

rate_limits = Table(
    "rate_limits",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("tat", Float(53), nullable=False, index=True, comment="theoretical arrival time, seconds since the epoch"),
)


@dataclass(frozen=True, slots=True)
class Limit:
    """`times` tries in any `seconds`; `what` names it in the key and in the log."""

    what: str
    times: int
    seconds: int


class Limits:
    def __init__(self, database: Database, *, enabled: bool = True) -> None:
        self._database = database
        self._enabled = enabled
        self._hit = _hit_statement(database)

    async def hit(self, limit: Limit, who: str, now: datetime) -> None:
        """Count one try by `who`.

        Raises:
            RateLimited: there were too many; carries the seconds until the next one counts.
        """
        if not self._enabled:
            return
        key, at, interval = f"{limit.what}:{who}"[:200], now.timestamp(), limit.seconds / limit.times
        ceiling = at + limit.seconds - interval
        async with self._database.write() as transaction:
            values = {"key": key, "at": at, "interval": interval, "ceiling": ceiling}
            if (await transaction.execute(self._hit, values)).first() is not None:
                return
            tat = (await transaction.execute(select(rate_limits.c.tat).where(rate_limits.c.key == key))).scalar_one()
        wait = max(1, math.ceil(tat - ceiling))
        raise RateLimited(f"Too many tries. Wait {_spoken(wait)}, then try again.", retry_after=wait)

    async def sweep(self, now: datetime) -> None:
        """Forget the keys whose limit has run out."""
        async with self._database.write() as transaction:
            await transaction.execute(delete(rate_limits).where(rate_limits.c.tat < now.timestamp()))


def _hit_statement(database: Database) -> Executable:
    at, interval = bindparam("at", type_=Float(53)), bindparam("interval", type_=Float(53))
    insert = (sqlite if database.is_sqlite else postgresql).insert(rate_limits)
    tat = rate_limits.c.tat
    statement: Executable = (
        insert.values(key=bindparam("key"), tat=at + interval)
        .on_conflict_do_update(
            index_elements=["key"],
            set_={"tat": case((tat < at, at), else_=tat) + interval},
            where=tat <= bindparam("ceiling", type_=Float(53)),
        )
        .returning(tat)
    )
    return statement


def _spoken(seconds: int) -> str:
    if seconds < 120:
        return f"{seconds} second{'s' if seconds != 1 else ''}"
    return f"{math.ceil(seconds / 60)} minutes"
