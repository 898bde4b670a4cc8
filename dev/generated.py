"""Whether what is generated from the code is what is committed: `python -m dev.generated openapi|client`."""

import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from dev.environment import BIN, FRONTEND

DOCUMENT = FRONTEND / "openapi.json"
CLIENT = FRONTEND / "src" / "lib" / "api" / "schema.d.ts"


def main(what: str) -> int:
    """Returns 1, and says what to run, when they differ."""
    kept, made = (DOCUMENT, _document()) if what == "openapi" else (CLIENT, _client())
    if kept.read_text() == made:
        return 0
    print(f"{kept.relative_to(FRONTEND.parent)} is not what the code gives: run `make format`, and commit it.")
    return 1


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
