"""Bringing the tables to this version: Alembic's migrations are the only way the schema changes."""

import asyncio
import logging
import time
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from todo.errors import AppError, DatabaseUnavailable
from todo.kit.database import Database

SCRIPTS = Path(__file__).parent / "migrations"
_BETWEEN_LOOKS = 0.5  # seconds; a look is a connection and one short query


def migrate(url: str, revision: str = "head") -> None:
    """Upgrade to `revision`, or downgrade to "base" or to an older one; must not be called in a running event loop.

    Raises:
        DatabaseUnavailable, DatabaseBusy, StorageFull: whole migrations were applied, or none.
    """
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url
    if revision == "base" or (revision != "head" and revision < (current_revision(url) or "")):
        command.downgrade(config, revision)
    else:
        command.upgrade(config, revision)


def migrate_if_behind(url: str) -> None:
    """As `migrate`, unless the tables are at the newest revision: loading Alembic costs a third of a second.

    Tables of a later version are left as they are: this one was rolled back to, and migrations keep it working.
    """
    if is_behind(url):
        migrate(url)


def is_behind(url: str) -> bool:
    """Whether tables are missing that this version needs. Raises DatabaseUnavailable."""
    return (current_revision(url) or "") < newest_revision()


def wait_for_migration(url: str, seconds: float) -> str | None:
    """Wait until another process has brought the tables to this version: None then, else the reason it did not come.

    A database that does not answer is waited for as well.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            if not is_behind(url):
                return None
            reason = f"the tables are not at revision {newest_revision()} yet; `todo migrate` brings them there"
        except AppError as error:
            reason = error.detail
        if time.monotonic() > end:
            return reason
        time.sleep(_BETWEEN_LOOKS)


def newest_revision() -> str:
    """The revisions are numbered, and their files named by number."""
    return max(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("[0-9]*.py"))


def current_revision(url: str) -> str | None:
    """The revision that the database is at; None when it has no tables. Raises DatabaseUnavailable."""

    async def ask() -> str | None:
        database = Database(url, pool_size=1)
        try:
            async with database.read() as connection:
                return (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one_or_none()
        except DatabaseUnavailable as error:
            if isinstance(error.__cause__, DBAPIError) and "alembic_version" in str(error.__cause__.orig):
                return None
            raise
        finally:
            await database.close()

    return asyncio.run(ask())
