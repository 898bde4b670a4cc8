from typing import Any

import httpx2
import pytest


@pytest.fixture
async def document(client: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await client.get("/api/openapi.json")
    assert answer.status_code == 200
    return answer.json()


async def test_errors_are_described_as_problem_documents(document: dict[str, Any]) -> None:
    responses = document["paths"]["/api/auth/login"]["post"]["responses"]
    for status in ("401", "403", "413", "422", "429", "500", "503"):
        assert list(responses[status]["content"]) == ["application/problem+json"], status
    assert "HTTPValidationError" not in document["components"]["schemas"]


async def test_cookie_and_bearer_token_are_alternatives(document: dict[str, Any]) -> None:
    assert document["paths"]["/api/me"]["get"]["security"] == [{"bearer": []}, {"session": []}]
    assert document["components"]["securitySchemes"]["session"]["in"] == "cookie"
    assert document["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    assert "security" not in document["paths"]["/api/auth/login"]["post"]


async def test_every_operation_is_explained_in_a_line(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation.get("description"), f"{method} {path}"
