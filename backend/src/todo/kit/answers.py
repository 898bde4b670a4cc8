"""What endpoints of each kind may answer besides success, for their OpenAPI descriptions."""

from todo.errors import (
    BodyTooLarge,
    Conflict,
    DatabaseUnavailable,
    Forbidden,
    InvalidRequest,
    NotFound,
    StorageFull,
    Unauthenticated,
)
from todo.kit.problems import documented

_ANY = (Unauthenticated, Forbidden, DatabaseUnavailable)
_SENT = (InvalidRequest, BodyTooLarge, StorageFull)

READING = documented(*_ANY, InvalidRequest)
READING_ONE = documented(*_ANY, InvalidRequest, NotFound)
ADDING = documented(*_ANY, *_SENT, Conflict)
CHANGING = documented(*_ANY, *_SENT, Conflict, NotFound)
