"""Whether what is generated is what is committed: `python -m dev.generated openapi|client|requirements`."""

import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from dev.environment import BIN, FRONTEND, ROOT

DOCUMENT = FRONTEND / "openapi.json"
CLIENT = FRONTEND / "src" / "lib" / "api" / "schema.d.ts"
REQUIREMENTS = ROOT / "backend" / "requirements.txt"


def main(what: str) -> int:
    """Returns 1, and says what to run, when they differ."""
    kept, make = _GENERATED[what]
    if kept.read_text() == make():
        return 0
    print(f"{kept.relative_to(ROOT)} is not what it is made from gives: run `make format`, and commit it.")
    return 1


def write_requirements() -> None:
    REQUIREMENTS.write_text(_requirements())


def _document() -> str:
    return subprocess.run([BIN / "todo", "openapi"], capture_output=True, text=True, check=True).stdout


def _client() -> str:
    """What `npm run generate` would write, written beside it."""
    script: str = json.loads((FRONTEND / "package.json").read_text())["scripts"]["generate"]
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "schema.d.ts"
        command = [str(made) if word == str(CLIENT.relative_to(FRONTEND)) else word for word in shlex.split(script)]
        subprocess.run(["npx", "--no-install", *command], cwd=FRONTEND, capture_output=True, check=True)
        return made.read_text()


def _requirements() -> str:
    """The backend's part of `uv.lock`, with hashes: its image is built from `backend/`, which has no lock file."""
    options = ("--frozen", "--package", "todo", "--no-dev", "--no-emit-project", "--no-annotate", "--no-header")
    listed = subprocess.run(
        [BIN / "uv", "export", *options], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return f"# Written by `make format` from uv.lock; what the image installs.\n{listed}"


_GENERATED: dict[str, tuple[Path, Callable[[], str]]] = {
    "openapi": (DOCUMENT, _document),
    "client": (CLIENT, _client),
    "requirements": (REQUIREMENTS, _requirements),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
