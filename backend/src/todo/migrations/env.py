"""Alembic's entry: runs the migrations in one transaction, one process at a time."""

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, text

from todo.accounts import models as _accounts
from todo.allowance import models as _allowance
from todo.conversations import models as _conversations
from todo.history import models as _history
from todo.kit import limits as _limits
from todo.kit.columns import Json, UtcDateTime, Words, metadata
from todo.kit.database import Database
from todo.oauth import models as _oauth
from todo.tasks import models as _tasks

__all__ = ["_accounts", "_allowance", "_conversations", "_history", "_limits", "_oauth", "_tasks"]
_LOCK = 7_306_034_187_221_113_000  # any number that nobody else locks


def _render(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Our column types by name, as a new migration imports them; False leaves the rest to Alembic."""
    if kind != "type":
        return False
    if value is Json:
        return "Json"
    return f"{type(value).__name__}()" if isinstance(value, UtcDateTime | Words) else False


def _run(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=_render,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _migrate() -> None:
    database = Database(context.config.attributes["url"], pool_size=1)
    try:
        async with database.write() as transaction:
            await transaction.run_sync(_run)
    finally:
        await database.close()


asyncio.run(_migrate())
