"""Keys: UUIDv7 (RFC 9562 section 5.7), which sort by the time they were made."""

from uuid import UUID

from uuid_utils.compat import uuid7

__all__ = ["new_id", "parse_id"]


def new_id() -> UUID:
    """A new key, greater than every one this process made before."""
    return uuid7()


def parse_id(text: str) -> UUID | None:
    """The key that `text` spells, or None when it spells none."""
    try:
        return UUID(text)
    except ValueError:
        return None
