"""What axe-core finds wrong with a page for people who use it by other senses or other hands."""

from functools import cache

from playwright.sync_api import Page

from dev.environment import FRONTEND
from dev.prerequisites import Missing

_SCRIPT = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
_GRAVE = {"serious", "critical"}
_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
    .flatMap(({id, impact, help, nodes}) => nodes.map(({target, failureSummary}) =>
        ({impact, text: `${id}: ${help} at ${target.join(" ")}. ${failureSummary}`})))"""


def violations(page: Page) -> list[str]:
    """The serious and critical ones, each with its place in the page. Raises Missing without axe-core."""
    page.evaluate(_script())
    return [found["text"] for found in page.evaluate(_RUN) if found["impact"] in _GRAVE]


@cache
def _script() -> str:
    if not _SCRIPT.exists():
        raise Missing(f"{_SCRIPT} is not there. `npm ci` in {FRONTEND} brings it.")
    return _SCRIPT.read_text()
