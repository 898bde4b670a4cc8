"""The tools of a request, loose and strict."""

from typing import Any

import pytest

from standin.refusal import Refused
from standin.tools import check_tools

TITLE: dict[str, Any] = {"type": "string"}


def tool(properties: Any, required: Any = ("title",), **more: Any) -> dict[str, Any]:
    parameters = {"type": "object", "properties": properties, "required": list(required)}
    return {"type": "function", "function": {"name": "add_task", "parameters": parameters} | more}


@pytest.mark.parametrize(
    "made",
    [
        tool({"title": TITLE}),
        tool({"title": TITLE | {"minLength": 1, "pattern": "^a"}, "tags": {"oneOf": [{}]}}, description="Add a task"),
        tool({}, required=(), strict=False),
        tool({"title": TITLE | {"pattern": "[a-z]+", "format": "date"}}, strict=True),
        tool({"title": {"anyOf": [TITLE, {"type": "null"}]}, "minimum": TITLE}, strict=True),
    ],
)
def test_it_takes_a_tool(made: dict[str, Any]) -> None:
    check_tools([made], "tools")


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"minLength": 1}, r"properties\.title\.minLength is not supported in a strict tool"),
        ({"maxLength": 9}, r"properties\.title\.maxLength is not supported"),
        ({"minimum": 1}, r"properties\.title\.minimum is not supported"),
        ({"maximum": 9}, r"properties\.title\.maximum is not supported"),
        ({"oneOf": [TITLE]}, r"properties\.title\.oneOf is not supported"),
        ({"allOf": [TITLE]}, r"properties\.title\.allOf is not supported"),
        ({"not": TITLE}, r"properties\.title\.not is not supported"),
        ({"uniqueItems": True}, r"properties\.title\.uniqueItems is not supported"),
        ({"pattern": "^a$"}, r"properties\.title\.pattern must not hold"),
        ({"format": "email"}, r"properties\.title\.format must be one of"),
        ({"items": {"maxLength": 9}}, r"properties\.title\.items\.maxLength is not supported"),
        ({"anyOf": [TITLE, {"maximum": 9}]}, r"properties\.title\.anyOf\[1\]\.maximum is not supported"),
        ({"$defs": {"Tag": {"maxItems": 9}}}, r"properties\.title\.\$defs\.Tag\.maxItems is not supported"),
        ({"additionalProperties": {"minItems": 1}}, r"additionalProperties\.minItems is not supported"),
    ],
)
def test_a_strict_tool_has_a_simple_schema(schema: dict[str, Any], why: str) -> None:
    check_tools([tool({"title": schema})], "tools")
    with pytest.raises(Refused, match=why):
        check_tools([tool({"title": schema}, strict=True)], "tools")


def test_a_strict_tool_requires_something() -> None:
    with pytest.raises(Refused, match="at least one required parameter"):
        check_tools([tool({"title": TITLE}, required=(), strict=True)], "tools")


def test_strict_tools_have_few_fields() -> None:
    many = {f"field_{number}": TITLE for number in range(200)}
    check_tools([tool(many, required=["field_0"], strict=True)], "tools")
    with pytest.raises(Refused, match="not have more than 200 fields"):
        check_tools([tool(many | {"title": TITLE}, strict=True)], "tools")


@pytest.mark.parametrize(
    ("made", "why"),
    [
        ({"type": "function"}, r"tools\[0\]\.function is required"),
        (tool({"title": TITLE}) | {"type": "web_search"}, r"tools\[0\]\.type must be function"),
        (tool({"title": TITLE}) | {"name": "add_task"}, r"'tools\[0\]\.name' is not a valid field"),
        (tool({"title": TITLE}, annotations={}), r"'tools\[0\]\.function\.annotations' is not a valid field"),
        (tool({"title": TITLE}, name="add task"), r"tools\[0\]\.function\.name must be 1 to 64"),
        (tool({"title": TITLE}, description=None), r"tools\[0\]\.function\.description must be a string"),
        (tool({"title": TITLE}, strict="yes"), r"tools\[0\]\.function\.strict must be true or false"),
        (tool({"title": TITLE}, parameters={}), r"parameters must be a JSON Schema of type object"),
        (tool(["title"]), r"parameters\.properties must be an object of schemas"),
        (tool({"title": TITLE}, required=["name"]), r"parameters\.required must be a list of names in properties"),
    ],
)
def test_it_refuses_a_tool_of_another_form(made: dict[str, Any], why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_tools([made], "tools")


def test_names_are_different() -> None:
    with pytest.raises(Refused, match=r"tools\[1\]\.function\.name: add_task is there twice"):
        check_tools([tool({"title": TITLE})] * 2, "tools")
