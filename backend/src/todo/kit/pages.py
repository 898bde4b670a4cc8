"""Keyset pages: a cursor holds the last row's sort values, so that a page costs the same however deep it is."""

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from todo.errors import InvalidRequest

Item = TypeVar("Item")


class Page(BaseModel, Generic[Item]):
    """`next_cursor` is None on the last page."""

    items: list[Item]
    next_cursor: str | None = None


def encode_cursor(values: Sequence[Any]) -> str:
    """An opaque, URL-safe cursor of JSON values."""
    return base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def decode_cursor(cursor: str, *types: type) -> list[Any]:
    """The values that `encode_cursor` was given, of these types.

    Raises:
        InvalidRequest: this is none of our cursors.
    """
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        values = None
    if not isinstance(values, list) or [type(value) for value in values] != list(types):
        raise InvalidRequest("The cursor is none that this server gave. Leave it out to start at the first page.")
    return values
