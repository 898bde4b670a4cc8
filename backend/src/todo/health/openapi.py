"""The OpenAPI document, with problem documents under their own media type."""

from typing import Any

from fastapi import FastAPI

from todo.kit.problems import MEDIA_TYPE

_PROBLEM = {"$ref": "#/components/schemas/Problem"}


def install(app: FastAPI) -> None:
    """FastAPI describes every response of an endpoint as JSON; have `app` say what its errors really are."""
    describe = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = describe()
            for operations in document["paths"].values():
                for operation in operations.values():
                    _rename(operation["responses"])
        return describe()

    app.openapi = described  # type: ignore[method-assign]


def _rename(responses: dict[str, Any]) -> None:
    for response in responses.values():
        for body in response.get("content", {}).values():
            if body.get("schema") == _PROBLEM:
                response["content"] = {MEDIA_TYPE: body}
                break
