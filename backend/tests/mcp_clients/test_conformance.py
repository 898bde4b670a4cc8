"""Every scenario of the public suite that applies passes; not_applicable.toml says which do not apply, and why."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from fastapi import FastAPI

from fixtures.clients import SignUp, StartApp
from mcp_clients.conformance import SUITE, WithToken, bring_tools, examine, not_applicable


@pytest.fixture
async def address(start_app: StartApp, sign_up: SignUp, serve: Callable[..., Awaitable[str]]) -> str:
    """An app of its own, since the suite brings tools along."""
    app: FastAPI = await start_app()
    bring_tools(await app.state.services.workshop.server())
    ada = await sign_up(app=app)
    made = (await ada.post("/api/tokens", json={"name": "suite", "scopes": ["read", "write"]})).json()
    return f"{await serve(WithToken(app, made['token']))}/mcp"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("revision", ["2025-11-25", "2026-07-28"])
async def test_what_applies_passes(address: str, tmp_path: Path, revision: str) -> None:
    found, listed = await examine(address, revision, tmp_path), not_applicable()
    assert len(found.scenarios) > 30, found.said
    failed = {check.split("/")[0] if check.split("/")[0] in listed else check for check in found.failed}
    assert failed - listed == set(), f"mend these, or list them with the reason\n{found.said}"
    tried = {entry for entry in listed if entry.split("/")[0] in found.scenarios}
    assert tried - failed == set(), "these pass by now: take them off the list"


def test_every_entry_is_a_scenario_of_the_suite() -> None:
    suite = SUITE.read_text()
    assert [entry for entry in not_applicable() if not all(part in suite for part in entry.split("/"))] == []
