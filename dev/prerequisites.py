"""What must be there already, and how to get it. Written for any Python 3, so that an old one can say it is old."""

import re
import shutil
import subprocess
import sys

PYTHON_LEAST = (3, 11)
NODE_LEAST = 20


class Missing(Exception):
    """Something is not there; the message names it and says how to get it."""


def require_python() -> None:
    """Raises Missing when this Python is too old."""
    if sys.version_info < PYTHON_LEAST:
        raise Missing(
            "Python {}.{} or newer is needed; this is {}.{}. Get it from https://www.python.org/downloads/, by "
            "`apt install python3.11` or `brew install python`, then say which: make run PYTHON=python3.11".format(
                *PYTHON_LEAST, *sys.version_info[:2]
            )
        )


def require_node() -> None:
    """Raises Missing when Node.js or npm is not there, or too old."""
    node = shutil.which("node")
    if node is None:
        raise Missing(f"Node.js {NODE_LEAST} or newer is needed and there is none. {_GET_NODE}")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    found = re.match(r"v(\d+)", version)
    if found is None or int(found[1]) < NODE_LEAST:
        raise Missing(f"Node.js {NODE_LEAST} or newer is needed; this is {version or 'unknown'}. {_GET_NODE}")
    if shutil.which("npm") is None:
        raise Missing(f"npm is needed beside Node.js, and there is none. {_GET_NODE}")


def find_chromium() -> "str | None":
    """A Chromium for the browser tests, or None to let Playwright look for its own."""
    for name in ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    return None


_GET_NODE = "Get it from https://nodejs.org/en/download, by `brew install node`, or `nvm install 22`."
