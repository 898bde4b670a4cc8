"""Programs of Node.js that the tests run; `make test` installs them here, with the Node.js that they need."""

import asyncio
import os
from pathlib import Path

FOLDER = Path(__file__).parent
NODE = FOLDER / "node_modules" / "node" / "bin" / "node"
SECONDS = 120


class Missing(Exception):
    """The packages are not there."""


async def run(script: Path, *arguments: str) -> tuple[int, str]:
    """The exit status, and what was said, of both streams.

    Raises:
        Missing
    """
    if not NODE.exists():
        raise Missing(f"Run `npm ci` in {FOLDER} once, or `make test`, which does.")
    process = await asyncio.create_subprocess_exec(
        NODE, script, *arguments, cwd=FOLDER, env={**os.environ, "NO_COLOR": "1"},
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        said, _ = await asyncio.wait_for(process.communicate(), SECONDS)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode or 0, said.decode()
