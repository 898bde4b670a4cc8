"""The browser of the tests: the Chromium that is installed, else Playwright's own."""

import os

from playwright.sync_api import Browser, Error, Playwright

from dev.prerequisites import Missing, find_chromium

_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium: the one that CHROMIUM names, one on the PATH, or Playwright's own.

    Raises:
        Missing: there is none; says how to get one.
    """
    path = os.environ.get("CHROMIUM") or find_chromium()
    # Chromium refuses to make its sandbox as root, which is who runs in most containers.
    sandbox = () if os.name == "nt" or os.geteuid() else ("--no-sandbox",)
    try:
        return playwright.chromium.launch(executable_path=path, args=[*_QUIET, *sandbox])
    except Error as error:
        if "Executable doesn't exist" not in error.message and "ENOENT" not in error.message:
            raise
        raise Missing(
            f"The browser tests need a Chromium, and there is none{f' at {path}' if path else ''}. "
            "Get one by `apt install chromium`, or by `.venv/bin/playwright install chromium`."
        ) from error
