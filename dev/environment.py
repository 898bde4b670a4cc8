"""Setting up, as far as something is missing or older than its lock file: Python packages, npm packages, the build."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dev.prerequisites import Missing, require_node

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
MCP_CLIENTS = ROOT / "backend" / "tests" / "mcp_clients"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
UV_VERSION = "0.13.9"
_NOT_SOURCE = {"node_modules", ".next", "tsconfig.tsbuildinfo", "next-env.d.ts"}


def set_up() -> None:
    """Everything that the commands need. Does nothing, in a tenth of a second, when nothing has changed."""
    require_node()
    set_up_python()
    set_up_node(FRONTEND, "the front end's packages")


def set_up_python() -> None:
    """The virtual environment, as `uv.lock` says."""
    stamp = VENV / ".synced"
    locked = _digest([ROOT / "uv.lock", ROOT / "pyproject.toml", *ROOT.glob("*/pyproject.toml")])
    if _is(stamp, locked):
        return
    if not (BIN / "uv").exists():
        step("Making the Python environment", _make_venv)
    step("Installing the Python packages", lambda: call([BIN / "uv", "sync", "--frozen", "--quiet"]))
    stamp.write_text(locked)


def set_up_node(folder: Path, what: str) -> None:
    """The packages of a folder, as its `package-lock.json` says."""
    stamp = folder / "node_modules" / ".installed"
    locked = _digest([folder / "package-lock.json"])
    if _is(stamp, locked):
        return
    install = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    step(f"Installing {what}", lambda: call(install, cwd=folder))
    stamp.write_text(locked)


def set_up_mcp_clients() -> None:
    """Clients of other make for the tests of /mcp, with a Node.js of their own."""
    set_up_node(MCP_CLIENTS, "the MCP clients that tests use")


def build_frontend() -> Path:
    """The production build, made anew when a source has changed; returns the server's script."""
    stamp, server = FRONTEND / ".next" / ".built", FRONTEND / ".next" / "standalone" / "server.js"
    sources = _digest(_sources())
    if not (_is(stamp, sources) and server.exists()):
        step("Building the front end (once, half a minute)", lambda: call(["npm", "run", "build"], cwd=FRONTEND))
        stamp.write_text(sources)
    return server


def call(command: Sequence[str | Path], *, cwd: Path = ROOT, **environment: str) -> None:
    """Run a command, silently unless it fails.

    Raises:
        Missing: it failed; carries the end of its output.
    """
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "NEXT_TELEMETRY_DISABLED": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        words = " ".join(str(part) for part in command)
        said = done.stdout if len(done.stdout) < 4000 else f"{done.stdout[:2000]}\n…\n{done.stdout[-2000:]}"
        raise Missing(f"{said}\n`{words}` failed. The lines above say why; mend that and try again.")


def step(what: str, do: Callable[[], None]) -> None:
    print(f"{what} …", flush=True)
    do()


def _make_venv() -> None:
    try:
        call([sys.executable, "-m", "venv", VENV])
    except Missing as missing:
        raise Missing(f"{missing}\nOn Debian and Ubuntu, `apt install python3-venv` brings what is missing.") from None
    call([BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"uv=={UV_VERSION}"])


def _sources() -> Iterable[Path]:
    for folder, folders, files in os.walk(FRONTEND):
        folders[:] = sorted(set(folders) - _NOT_SOURCE)
        yield from (Path(folder) / name for name in sorted(files) if name not in _NOT_SOURCE)


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _is(stamp: Path, digest: str) -> bool:
    return stamp.exists() and stamp.read_text() == digest
