"""What validation found, in words that a person understands."""

from collections.abc import Mapping, Sequence
from typing import Any

_MESSAGES = {
    "missing": "This is required.",
    "json_invalid": "This is no valid JSON.",
    "string_type": "Give text.",
    "string_unicode": "This text holds half a character. Type it again.",
    "string_pattern_mismatch": "This is not written in the form that is expected here.",
    "bool_parsing": "Give true or false.",
    "bool_type": "Give true or false.",
    "int_parsing": "Give a whole number.",
    "int_type": "Give a whole number.",
    "int_from_float": "Give a whole number.",
    "greater_than_equal": "Give {ge} or more.",
    "less_than_equal": "Give {le} or less.",
    "uuid_parsing": "This is no id.",
    "uuid_type": "This is no id.",
    "literal_error": "Give {expected}.",
    "enum": "Give {expected}.",
    "extra_forbidden": "There is no such field.",
    "list_type": "Give a list.",
    "model_attributes_type": "Send a JSON object, with Content-Type: application/json.",
    "dict_type": "Send a JSON object, with Content-Type: application/json.",
}


def invalid_fields(errors: Sequence[Any]) -> list[dict[str, str]]:
    """Each of pydantic's `errors` as {"field", "message"}. What was sent is left out: it may be a password."""
    return [{"field": _field(error["loc"]), "message": _message(error)} for error in errors]


def _field(location: Sequence[str | int]) -> str:
    where, *path = location
    if where == "body" and path and isinstance(path[0], int):
        path = []  # a JSON error's place in the text, no field
    return ".".join(map(str, path)) or str(where)


def _message(error: Mapping[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind.endswith("too_short"):
        return (
            "This must not be empty." if context["min_length"] == 1 else f"Give at least {_count(error, 'min_length')}."
        )
    if kind.endswith("too_long"):
        return f"Give at most {_count(error, 'max_length')}."
    template = _MESSAGES.get(kind)
    return template.format(**context) if template else f"{error['msg']}."


def _count(error: Mapping[str, Any], bound: str) -> str:
    # A secret's length is checked as that of a "Value", a text's has types of its own, the rest are collections.
    text = error["type"].startswith("string") or error["ctx"].get("field_type") == "Value"
    return f"{error['ctx'][bound]} {'characters' if text else 'of them'}"
