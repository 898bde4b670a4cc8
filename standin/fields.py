"""Reading the fields of a JSON object, strictly: what is not named is refused."""

from collections.abc import Collection
from typing import Any

from standin.refusal import invalid, unknown_field


def as_object(value: Any, path: str, allowed: Collection[str], required: Collection[str] = ()) -> dict[str, Any]:
    """Raises Refused unless it is an object with those fields alone."""
    if not isinstance(value, dict):
        raise invalid(f"{path or 'the body'} must be an object")
    for name in value:
        if name not in allowed:
            raise unknown_field(join(path, name))
    for name in required:
        if name not in value:
            raise invalid(f"{join(path, name)} is required")
    return value


def as_list(value: Any, path: str) -> list[Any]:
    """Raises Refused unless it is a list with something in it."""
    if not isinstance(value, list) or not value:
        raise invalid(f"{path} must be a list of at least one element")
    return value


def as_string(value: Any, path: str) -> str:
    """Raises Refused unless it is a string that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise invalid(f"{path} must be a string that is not empty")
    return value


def as_number(value: Any, path: str, low: float, high: float) -> None:
    """Raises Refused unless it is a number between the two, both included."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise invalid(f"{path} must be between {low} and {high} inclusive")


def as_integer(value: Any, path: str, low: int, high: int) -> None:
    """Raises Refused unless it is a whole number between the two, both included."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise invalid(f"{path} must be a whole number between {low} and {high} inclusive")


def join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
