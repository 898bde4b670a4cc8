from typing import Any

import pytest

from fixtures.clients import SignUp, StartApp
from oauth.connecting import App, register
from todo.kit.limits import Limit
from todo.oauth import quotas


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotas, "REGISTER_BY_ADDRESS", Limit("oauth-register", 2, 3600))
    monkeypatch.setattr(quotas, "TOKEN_BY_ADDRESS", Limit("oauth-token", 3, 900))
    monkeypatch.setattr(quotas, "CONSENT_BY_USER", Limit("oauth-consent", 2, 3600))


async def test_registrations_from_one_address_are_counted(start_app: StartApp, connect: Any) -> None:
    app = await start_app(rate_limits="on")
    statuses = [(await register(connect(app))).status_code for _ in range(3)]
    assert statuses == [201, 201, 429]
    assert (await register(connect(app, address="198.51.100.1"))).status_code == 201


async def test_tries_at_the_token_endpoints_are_counted_together(start_app: StartApp, connect: Any) -> None:
    app = App(connect(await start_app(rate_limits="on")), "nobody")
    statuses = [(await app.refresh("x")).status_code for _ in range(2)]
    statuses.append((await app.http.post("/api/oauth/revoke")).status_code)
    answer = await app.exchange("x")
    assert [*statuses, answer.status_code] == [400, 400, 400, 429]
    assert int(answer.headers["retry-after"]) > 0


async def test_a_persons_answers_are_counted(start_app: StartApp, connect: Any, sign_up: SignUp) -> None:
    app = await start_app(rate_limits="on")
    ada = await sign_up(app=app)
    http = connect(app)
    asks = App(http, (await register(http)).json()["client_id"]).asks(resource="") | {"allow": ["read"]}
    statuses = [(await ada.post("/api/oauth/authorization", json=asks)).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]
