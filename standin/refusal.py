"""A request that the provider does not take."""

import uuid
from typing import Any


class Refused(Exception):
    """`status` as HTTP has it; `message` names the field by its path, such as `messages[2].content`."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def invalid(message: str) -> Refused:
    """A value that is wrong, or a field that is missing."""
    return Refused(400, f"invalid request: {message}")


def unknown_field(path: str) -> Refused:
    return Refused(422, f"unknown field: parameter {path!r} is not a valid field")


def error_body(message: str) -> dict[str, Any]:
    """Cohere's own form of an error, on this endpoint too: an id and a message."""
    return {"id": str(uuid.uuid4()), "message": message}
