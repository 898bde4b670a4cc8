"""Whatever is sent, the server answers as its OpenAPI document says, and never fails."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS

from contract.conftest import things
from contract.ways import WAYS
from fixtures.people import Join, Person, Town
from todo.accounts.cookies import NAME

schemathesis.checks.load_all_checks()
LEFT_OUT = {
    "ignored_auth",  # tried route by route in test_isolation, with all three ways to authenticate
    "positive_data_acceptance",  # what fits the schema may still be no date, no known id, or taken
    "unsupported_method",  # asks a route for methods that it does not have, which is Starlette's part
    "use_after_free",  # deleted things stay readable, in the trash
}
UNDESCRIBED = {"GET /api/openapi.json"} | {call for call, way in WAYS.items() if way.kind in ("stream", "protocol")}
CALLS = sorted(set(WAYS) - UNDESCRIBED)


@pytest.fixture
async def fuzz(
    town: Town, join: Join, serve: Callable[[FastAPI], Awaitable[str]]
) -> Callable[[str, int], Awaitable[None]]:
    """Sends requests that fit the document, and requests that do not, to random ids and to the person's own."""
    address, person = await serve(town.app), await join()
    schema = schemathesis.openapi.from_dict(town.app.openapi())
    own = await things(person)

    async def run(call: str, examples: int) -> None:
        method, path = call.split(" ", 1)
        await asyncio.to_thread(_fuzz, schema[path][method], address, person, own, examples)

    return run


def _fuzz(operation: Any, address: str, person: Person, own: dict[str, str], examples: int) -> None:
    checks = [check for check in CHECKS.get_all() if check.__name__ not in LEFT_OUT]
    modes = schemathesis.GenerationMode
    cases = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in (modes.POSITIVE, modes.NEGATIVE)))

    @seed(1)
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(cases, st.booleans())
    def ask(case: Any, at_home: bool) -> None:
        if at_home and case.meta.generation.mode.is_positive:
            case.path_parameters = {name: own[name] for name in case.path_parameters or {}}
        answer = case.call(base_url=address, cookies={NAME: person.secret}, headers={"X-CSRF": "1"}, timeout=20)
        streamed = answer.headers.get("content-type", [""])[0].startswith("text/event-stream")
        # The document describes a stream's text as a whole; schemathesis would hold each event against that.
        case.validate_response(answer, checks=[c for c in checks if not streamed or "schema" not in c.__name__])

    ask()


@pytest.mark.parametrize("call", CALLS)
async def test_the_document_holds(town: Town, fuzz: Callable[[str, int], Awaitable[None]], call: str) -> None:
    await fuzz(call, 12 if town.services.database.is_sqlite else 3)


def test_what_names_a_change_is_documented(town: Town) -> None:
    paths = town.app.openapi()["paths"]
    for path, method, status in (("/api/tasks", "post", "201"), ("/api/lists/{list_id}", "delete", "200")):
        assert set(paths[path][method]["responses"][status]["headers"]) == {"X-Turn-Id", "X-Event-Id"}
