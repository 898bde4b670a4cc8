"""The interpreter's values as JSON and back: each is a tagged object, so that a reader knows which class it was."""

import dataclasses
from datetime import date, datetime, time
from typing import Any

from todo.interpreter import context, plan
from todo.when import Moment, Period

_CLASSES: dict[str, type] = {
    found.__name__: found
    for module in (plan, context)
    for found in vars(module).values()
    if dataclasses.is_dataclass(found) and isinstance(found, type)
} | {"Moment": Moment, "Period": Period}


def encode(value: Any) -> Any:
    """JSON values for `decode`. Raises TypeError for what is none of the interpreter's values."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return {"$": "set", "of": sorted(value)}
    if isinstance(value, time):
        return {"$": "time", "of": value.isoformat()}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"$": "date", "of": value.isoformat()}
    if type(value).__name__ in _CLASSES:
        fields = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
        given = {field.name: encode(item) for field, item in fields if item != field.default}
        return {"$": type(value).__name__, **given}
    raise TypeError(f"a dialogue cannot hold {type(value).__name__}")


def decode(value: Any) -> Any:
    """The value that `encode` was given. Raises KeyError for a class that is not there any more."""
    if isinstance(value, list):
        return tuple(decode(item) for item in value)
    if not isinstance(value, dict):
        return value
    match value["$"]:
        case "set":
            return frozenset(value["of"])
        case "time":
            return time.fromisoformat(value["of"])
        case "date":
            return date.fromisoformat(value["of"])
        case name:
            return _CLASSES[name](**{key: decode(item) for key, item in value.items() if key != "$"})
