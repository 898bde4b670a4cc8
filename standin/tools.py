"""The tools that a request offers, and what strict ones may not hold: docs.cohere.com/docs/structured-outputs."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from standin.fields import as_list, as_object, as_string, join
from standin.refusal import invalid

MOST_STRICT_FIELDS = 200  # over all tools of a request
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_FORBIDDEN = (
    *("allOf", "oneOf", "not", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minItems", "maxItems", "uniqueItems", "minLength", "maxLength"),
)
_FORMATS = ("date-time", "uuid", "date", "time")
_PATTERN_PARTS = ("^", "$", "?=", "?!")
_NAMED_SCHEMAS = ("properties", "$defs", "definitions")


def check_tools(value: Any, path: str) -> None:
    """Raises Refused."""
    names: set[str] = set()
    strict_fields = 0
    for index, tool in enumerate(as_list(value, path)):
        here = f"{path}[{index}]"
        as_object(tool, here, ("type", "function"), required=("type", "function"))
        if tool["type"] != "function":
            raise invalid(f"{here}.type must be function")
        function = _check_function(tool["function"], f"{here}.function")
        if function["name"] in names:
            raise invalid(f"{here}.function.name: {function['name']} is there twice")
        names.add(function["name"])
        if function.get("strict"):
            strict_fields += _check_strict(function["parameters"], f"{here}.function.parameters")
    if strict_fields > MOST_STRICT_FIELDS:
        raise invalid(f"{path}: strict tools must not have more than {MOST_STRICT_FIELDS} fields together")


def check_name(value: Any, path: str) -> None:
    """Raises Refused unless it can be a function's name."""
    if not _NAME.fullmatch(as_string(value, path)):
        raise invalid(f"{path} must be 1 to 64 of letters, digits, _ and -")


def _check_function(value: Any, path: str) -> dict[str, Any]:
    allowed = ("name", "description", "parameters", "strict")
    function = as_object(value, path, allowed, required=("name", "parameters"))
    check_name(function["name"], f"{path}.name")
    if not isinstance(function.get("description", ""), str):
        raise invalid(f"{path}.description must be a string")
    if not isinstance(function.get("strict", False), bool):
        raise invalid(f"{path}.strict must be true or false")
    parameters = function["parameters"]
    if not isinstance(parameters, dict) or parameters.get("type") != "object":
        raise invalid(f"{path}.parameters must be a JSON Schema of type object")
    properties = parameters.get("properties", {})
    required = parameters.get("required", [])
    if not isinstance(properties, dict) or not all(isinstance(schema, dict) for schema in properties.values()):
        raise invalid(f"{path}.parameters.properties must be an object of schemas")
    if not isinstance(required, list) or not all(name in properties for name in required):
        raise invalid(f"{path}.parameters.required must be a list of names in properties")
    return function


def _check_strict(parameters: Mapping[str, Any], path: str) -> int:
    """The number of fields in it."""
    if not parameters.get("required"):
        raise invalid(f"{path}.required: a strict tool must have at least one required parameter")
    fields = 0
    for schema, here in _schemas(parameters, path):
        for word in _FORBIDDEN:
            if word in schema:
                raise invalid(f"{join(here, word)} is not supported in a strict tool")
        if "format" in schema and schema["format"] not in _FORMATS:
            raise invalid(f"{here}.format must be one of {', '.join(_FORMATS)} in a strict tool")
        if any(part in str(schema.get("pattern", "")) for part in _PATTERN_PARTS):
            raise invalid(f"{here}.pattern must not hold {' '.join(_PATTERN_PARTS)} in a strict tool")
        fields += len(schema.get("properties", {}))
    return fields


def _schemas(schema: Mapping[str, Any], path: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """It and every schema inside it, each with its path; a property may bear the name of a keyword."""
    yield schema, path
    for word, value in schema.items():
        here = join(path, word)
        if word in _NAMED_SCHEMAS and isinstance(value, dict):
            for name, inner in value.items():
                yield from _schemas(inner, join(here, name))
        elif word == "anyOf" and isinstance(value, list):
            for index, inner in enumerate(value):
                yield from _schemas(inner, f"{here}[{index}]")
        elif word in ("items", "additionalProperties") and isinstance(value, dict):
            yield from _schemas(value, here)
