"""The OpenAPI document, with what FastAPI cannot say of it by itself."""

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.models import SecurityBase

from todo.kit.problems import MEDIA_TYPE

_PROBLEM = {"$ref": "#/components/schemas/Problem"}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Wherever the security scheme `to` is asked for, the scheme `name` will do as well."""

    to: str
    name: str
    scheme: SecurityBase


def install(app: FastAPI, alternative: Alternative) -> None:
    """Have `app` describe errors as problem documents, and both ways to authenticate."""
    describe = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = describe()
            for operations in document["paths"].values():
                for operation in operations.values():
                    _rename_problems(operation["responses"])
                    if {alternative.to: []} in operation.get("security", ()):
                        operation["security"].append({alternative.name: []})
            schemes = document.setdefault("components", {}).setdefault("securitySchemes", {})
            schemes[alternative.name] = alternative.scheme.model_dump(mode="json", by_alias=True, exclude_none=True)
        return describe()

    app.openapi = described  # type: ignore[method-assign]


def _rename_problems(responses: dict[str, Any]) -> None:
    for response in responses.values():
        for body in response.get("content", {}).values():
            if body.get("schema") == _PROBLEM:
                response["content"] = {MEDIA_TYPE: body}
                break
