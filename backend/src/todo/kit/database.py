"""One door to the database: `read()` for queries, `write()` for one transaction, on SQLite and PostgreSQL alike."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, event, exc, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from todo.kit.failures import translated

_SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=5000")
_AFTER_COMMIT = "after_commit"


class Database:
    """The engines behind one URL.

    SQLite has a single writer by nature, so all writing goes through one connection whose queue is ours (fair, and no
    busy loop); PostgreSQL shares one pool. Reading is autocommit: no BEGIN and no ROLLBACK around a single SELECT.
    """

    def __init__(self, url: str, *, pool_size: int = 8) -> None:
        self.url = driver_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            self._writer = _sqlite_engine(self.url, pool_size=1)
            event.listen(self._writer.sync_engine, "begin", lambda conn: conn.exec_driver_sql("BEGIN IMMEDIATE"))
            self._reader = _sqlite_engine(self.url, pool_size=pool_size, isolation_level="AUTOCOMMIT")
        else:
            self._writer = _postgres_engine(self.url, pool_size)
            self._reader = self._writer.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A connection to query with.

        Raises:
            DatabaseUnavailable, DatabaseBusy: it does not answer, or not in time.
        """
        with translated():
            async with self._reader.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Raises:
            DatabaseUnavailable, DatabaseBusy, StorageFull: nothing was stored.
        """
        with translated():
            async with self._writer.connect() as connection:
                callbacks: list[Callable[[], None]] = []
                connection.info[_AFTER_COMMIT] = callbacks
                async with connection.begin():
                    yield connection
                for callback in callbacks:
                    callback()

    async def ping(self) -> None:
        """Ask the database for nothing; raises as `read` does."""
        async with self.read() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        await self._writer.dispose()
        await self._reader.dispose()


def after_commit(transaction: AsyncConnection, callback: Callable[[], None]) -> None:
    """Call `callback` once `transaction`, one of `Database.write`, is committed; never when it is rolled back."""
    transaction.info[_AFTER_COMMIT].append(callback)


def driver_url(url: str) -> URL:
    """The URL with our driver in it, and the parameters of libpq (as Neon gives them) in asyncpg's words."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return parsed.set(drivername="sqlite+aiosqlite")
    query = {key: value for key, value in parsed.query.items() if key not in ("sslmode", "channel_binding")}
    if "sslmode" in parsed.query:
        query["ssl"] = parsed.query["sslmode"]
    return parsed.set(drivername="postgresql+asyncpg", query=query)


def driver_dsn(url: URL) -> str:
    """The connection string that asyncpg itself takes for `url`, one of `driver_url`."""
    query = {("sslmode" if key == "ssl" else key): value for key, value in url.query.items()}
    return url.set(drivername="postgresql", query=query).render_as_string(hide_password=False)


def _sqlite_engine(url: URL, *, pool_size: int, **options: Any) -> AsyncEngine:
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=15,
        pool_reset_on_return=None,
        hide_parameters=True,  # an error's text goes to the log, and what people write must not
        **options,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in _SQLITE_PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        # The driver must not open transactions of its own: BEGIN IMMEDIATE takes the write lock before anything is
        # read, without which two read-modify-write transactions lose an update silently.
        connection.isolation_level = None

    return engine


def _postgres_engine(url: URL, pool_size: int) -> AsyncEngine:
    # A pooler in transaction mode (Neon's host names say so) hands statements prepared on one connection to another.
    cache = {"statement_cache_size": 0} if "-pooler." in (url.host or "") else {}
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=10,
        pool_reset_on_return=None,
        hide_parameters=True,
        connect_args={"timeout": 5, "command_timeout": 30, "server_settings": {"jit": "off"}, **cache},
    )

    @event.listens_for(engine.sync_engine, "checkout")
    def refuse_closed(connection: Any, _record: object, _proxy: object) -> None:
        # Costs nothing, unlike a ping: the driver has seen the socket close when the server went away.
        if connection.driver_connection.is_closed():
            raise exc.DisconnectionError

    return engine
