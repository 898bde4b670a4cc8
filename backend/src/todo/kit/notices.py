"""Word that something changed, to whoever waits for it in any process.

A notice is a key, such as `user:<id>`; it carries no data, since a listener reads what is new from the database. On
PostgreSQL notices travel by LISTEN/NOTIFY inside the transaction that caused them; SQLite is one process by nature.
"""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import asyncpg
import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from todo.kit.database import Database, after_commit, driver_dsn

CHANNEL = "todo"
_RETRY_SECONDS = 1.0
_NOTIFY = text("SELECT pg_notify(:channel, :key)")
_log = structlog.get_logger()


class Notices:
    """A board of notices. `reliable` is False while some may be missed, so nothing may be cached on their strength."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._bells: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._watchers: list[Callable[[str | None], None]] = []
        self.reliable = database.is_sqlite
        self.closing = False

    def close(self) -> None:
        """Wake every listener to find `closing`: the server is about to stop, and streams without an end must end."""
        self.closing = True
        self._wake_all()

    async def post(self, transaction: AsyncConnection, key: str) -> None:
        """Tell every listener of `key`, once `transaction` is committed."""
        if self._database.is_sqlite:
            after_commit(transaction, lambda: self._ring(key))
        else:
            await transaction.execute(_NOTIFY, {"channel": CHANNEL, "key": key})

    @contextmanager
    def listen(self, key: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever `key` is posted; clear it before looking, so that nothing is missed."""
        bell = asyncio.Event()
        self._bells[key].add(bell)
        try:
            yield bell
        finally:
            self._bells[key].discard(bell)
            if not self._bells[key]:
                del self._bells[key]

    def listeners(self, key: str) -> int:
        """How many wait for `key` in this process."""
        return len(self._bells.get(key, ()))

    def watch(self, callback: Callable[[str | None], None]) -> None:
        """Call `callback` with each key posted, and with None when some may have been missed."""
        self._watchers.append(callback)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Receive notices of other processes while the block runs."""
        if self._database.is_sqlite:
            yield
            return
        task = asyncio.create_task(self._receive())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _receive(self) -> None:
        dsn = driver_dsn(self._database.url)
        while True:
            try:
                connection = await asyncpg.connect(dsn, timeout=5)
                try:
                    closed = asyncio.Event()
                    connection.add_termination_listener(lambda _connection, closed=closed: closed.set())
                    await connection.add_listener(CHANNEL, lambda *args: self._ring(args[3]))
                    self._missed(reliable=True)
                    await closed.wait()
                finally:
                    self._missed(reliable=False)
                    connection.terminate()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError) as error:
                _log.warning("notices_interrupted", reason=type(error).__name__)
            await asyncio.sleep(_RETRY_SECONDS)

    def _ring(self, key: str) -> None:
        for bell in self._bells.get(key, ()):
            bell.set()
        for watcher in self._watchers:
            watcher(key)

    def _missed(self, *, reliable: bool) -> None:
        self.reliable = reliable
        self._wake_all()
        for watcher in self._watchers:
            watcher(None)

    def _wake_all(self) -> None:
        for bells in self._bells.values():
            for bell in bells:
                bell.set()
