"""One application and one browser for all tests; contexts, accounts and pages of each test's own."""

import contextlib
import os
import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from dev.application import Application, free_port
from dev.environment import ROOT, build_frontend
from dev.prerequisites import Missing
from e2e.account import Account
from e2e.browser import launch
from e2e.contexts import Contexts
from e2e.line import Line
from e2e.pages import App
from e2e.seed import add_tasks

_RESULTS = ROOT / "test-results"
_FAILED = pytest.StashKey[bool]()
# What would lead the tests to a real database, or to a model that answers differently every time.
_OUTSIDE = ("DATABASE_URL", "COHERE_API_KEY", "LLM_API_KEY", "LLM_BASE_URL", "LLM_MODEL")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--clone", action="store_true", help="also set up a clean clone, which takes minutes")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "clone: sets up a clean clone, which takes minutes; runs with --clone")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--clone"):
        items[:] = [item for item in items if item.get_closest_marker("clone") is None]


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    for name in _OUTSIDE:
        os.environ.pop(name, None)
    data = tmp_path_factory.mktemp("data")
    with _said_plainly():
        application = Application(build_frontend(), free_port(), data, RATE_LIMITS="off")
        application.__enter__()
    yield application
    application.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        with _said_plainly():
            browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def contexts(browser: Browser, application: Application, request: pytest.FixtureRequest) -> Iterator[Contexts]:
    """Fails the test for what went wrong unseen; keeps pictures and the console when it failed, in test-results/."""
    contexts = Contexts(browser, application.url)
    yield contexts
    folder = _folder_of(request.node)
    if request.node.stash.get(_FAILED, False) or contexts.problems:
        contexts.save(folder)
    contexts.close()
    if contexts.problems:
        pytest.fail("\n".join([*contexts.problems, f"Pictures and the console are in {folder}."]), pytrace=False)


@pytest.fixture
def account() -> Account:
    return Account()


@pytest.fixture
def app(contexts: Contexts, account: Account) -> App:
    """The app of a person who has just signed up, on all of their tasks."""
    context = contexts.open()
    account.register(context)
    return App(context.new_page()).open()


@pytest.fixture
def with_tasks(app: App) -> App:
    """Two tasks, the focus on the row of the first."""
    add_tasks(app.page.context, "feed the cat", "water the ferns")
    expect(app.tasks.ticks).to_have_count(2)
    app.page.keyboard.press("Escape")
    app.page.keyboard.press("j")
    app.tasks.expect_focus("feed the cat")
    return app


@pytest.fixture
def line(application: Application) -> Iterator[Line]:
    with Line(int(application.url.rpartition(":")[2])) as line:
        yield line


@pytest.fixture
def on_line(line: Line, contexts: Contexts, account: Account) -> App:
    """As `app`, over a line that can be held up and cut."""
    context = contexts.open(base_url=line.url)
    account.register(context)
    return App(context.new_page()).open()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@contextlib.contextmanager
def _said_plainly() -> Iterator[None]:
    """What is missing is said without the stack of those who missed it."""
    try:
        yield
    except Missing as missing:
        pytest.fail(str(missing), pytrace=False)


def _folder_of(item: pytest.Item) -> Path:
    return _RESULTS / re.sub(r"\W+", "-", item.nodeid.removeprefix("e2e/")).strip("-")
