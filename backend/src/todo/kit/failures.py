"""What a database's own error means to a caller."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from todo.errors import AppError, DatabaseBusy, DatabaseUnavailable, InvalidRequest, NotFound, StorageFull

_GONE = "The database does not answer. Nothing was changed; try again in a moment."
_BUSY = "The database is busy with other changes. Nothing was changed; try again in a moment."
_ORPHAN = "What this belongs to was deleted meanwhile. Nothing was changed; load it again."
_UNSTORABLE = "The text holds a character that cannot be stored, such as NUL. Nothing was changed; take it out."
_FULL = "The server's disk is full. Nothing was changed; free some space on it, then try again."

_SQLITE = (
    ("database is locked", DatabaseBusy(_BUSY)),
    ("database table is locked", DatabaseBusy(_BUSY)),
    ("database or disk is full", StorageFull(_FULL)),
    ("unable to open database", DatabaseUnavailable(_GONE)),
    ("disk I/O error", DatabaseUnavailable(_GONE)),
    ("readonly database", DatabaseUnavailable(_GONE)),
    ("FOREIGN KEY constraint failed", NotFound(_ORPHAN)),
    ("no such table", DatabaseUnavailable("The database has no tables yet. Run `todo migrate`.")),
)
# PostgreSQL documentation, appendix A: error codes. A class is its first two characters.
_SQLSTATE = {
    "08": DatabaseUnavailable(_GONE),
    "57": DatabaseUnavailable(_GONE),
    "40": DatabaseBusy(_BUSY),
    "55": DatabaseBusy(_BUSY),
    "53": DatabaseBusy(_BUSY),
    "22021": InvalidRequest(_UNSTORABLE),
    "22P05": InvalidRequest(_UNSTORABLE),
    "23503": NotFound(_ORPHAN),
    "53100": StorageFull(_FULL),
    "42P01": DatabaseUnavailable("The database has no tables yet. Run `todo migrate`."),
}


@contextmanager
def translated() -> Iterator[None]:
    """Turn the driver's errors that a caller can act on into ours; let the others (our mistakes) through."""
    try:
        yield
    except (exc.TimeoutError, TimeoutError) as error:
        raise _new(DatabaseBusy(_BUSY)) from error
    except exc.DBAPIError as error:
        meaning = _meaning(error)
        if meaning is None:
            raise
        raise _new(meaning) from error
    except (ConnectionError, OSError) as error:
        raise _new(DatabaseUnavailable(_GONE)) from error


def _meaning(error: exc.DBAPIError) -> AppError | None:
    code = getattr(error.orig, "sqlstate", None) or ""
    found = _SQLSTATE.get(code) or _SQLSTATE.get(code[:2])
    if found is not None:
        return found
    text = str(error.orig)
    for phrase, meaning in _SQLITE:
        if phrase in text:
            return meaning
    if error.connection_invalidated or isinstance(error, exc.InterfaceError):
        return DatabaseUnavailable(_GONE)
    return None


def _new(error: AppError) -> AppError:
    headers = {"Retry-After": "2"} if error.status == 503 else {}
    return type(error)(error.detail, headers=headers)
