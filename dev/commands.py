"""What each `make` command does."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from dev import components, images
from dev.application import Application, free_port, is_free
from dev.environment import (
    BIN,
    FRONTEND,
    MCP_CLIENTS,
    ROOT,
    VENV,
    build_frontend,
    call,
    set_up,
    set_up_mcp_clients,
    set_up_python,
    step,
)
from dev.generated import write_requirements
from dev.prerequisites import Missing, find_chromium

DEFAULT_PORT = 3000


def run(command: str, arguments: list[str]) -> int:
    """Returns the exit status. Raises Missing when something is not there."""
    return COMMANDS[command](arguments)


def serve(_: list[str]) -> int:
    set_up()
    server = build_frontend()
    port = _port()
    data = Path(os.environ.get("DATA_DIR", ROOT / "data")).absolute()
    _end_like_ctrl_c()
    with Application(server, port, data) as app:
        where = f"\n  The app is open at {app.url}\n  Your data is in {data}, its logs beside it.  Ctrl-C stops it.\n"
        print(where, flush=True)
        print(f"  {app.tell_model()}\n", flush=True)
        app.watch()
    return 0


def _end_like_ctrl_c() -> None:
    """A `kill`, or a terminal that is closed, would end this process alone and leave the two that it started."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _port() -> int:
    chosen = os.environ.get("PORT")
    if chosen:
        if not chosen.isdecimal() or not 0 < int(chosen) < 65_536:
            raise Missing(f"PORT={chosen} is no port. Give a number such as PORT=3001.")
        if not is_free(int(chosen)):
            raise Missing(f"Port {chosen} is taken by another program. Choose another one, or leave PORT= out.")
        return int(chosen)
    port = free_port(DEFAULT_PORT)
    if port != DEFAULT_PORT:
        print(f"Port {DEFAULT_PORT} is taken by another program, so this uses {port}.", flush=True)
    return port


def check(_: list[str]) -> int:
    set_up()
    return _all(
        ("ruff", [BIN / "ruff", "check", "--quiet", "."], ROOT),
        ("format", [BIN / "ruff", "format", "--check", "--quiet", "."], ROOT),
        ("mypy", [BIN / "mypy"], ROOT),
        ("import-linter", [BIN / "lint-imports"], ROOT),
        ("openapi.json is current", [BIN / "python", "-m", "dev.generated", "openapi"], ROOT),
        ("requirements.txt is current", [BIN / "python", "-m", "dev.generated", "requirements"], ROOT),
        ("hadolint", [BIN / "hadolint", *sorted(ROOT.glob("docker/*/Dockerfile"))], ROOT),
        ("API client is current", [BIN / "python", "-m", "dev.generated", "client"], ROOT),
        ("chart README is current", [BIN / "python", "-m", "dev.chart_readme", "--check"], ROOT),
        ("eslint", ["npm", "run", "--silent", "lint"], FRONTEND),
        ("tsc", ["npm", "run", "--silent", "typecheck"], FRONTEND),
    )


def test(arguments: list[str]) -> int:
    set_up()
    set_up_mcp_clients()
    build_frontend()
    browser = find_chromium()
    if browser:
        os.environ.setdefault("CHROMIUM", browser)
    return _all(
        ("Python", [BIN / "pytest", *arguments], ROOT),
        ("front end", ["npm", "run", "--silent", "test"], FRONTEND),
        ("browser", [BIN / "pytest", "e2e", *arguments], ROOT),
    )


def bench(arguments: list[str]) -> int:
    set_up()
    return subprocess.run([BIN / "python", "-m", "bench", *arguments], cwd=ROOT, check=False).returncode


def evaluate(arguments: list[str]) -> int:
    set_up_python()
    return subprocess.run([BIN / "python", "-m", "evals", *arguments], cwd=ROOT, check=False).returncode


def deploy(arguments: list[str]) -> int:
    """`deploykit` in place of this process, so that Ctrl-C reaches it alone and it ends in good order."""
    set_up_python()
    os.chdir(ROOT)
    os.execv(BIN / "deploykit", ["deploykit", *arguments])


def reformat(_: list[str]) -> int:
    set_up()
    call([BIN / "ruff", "check", "--fix-only", "--quiet", "."])
    call([BIN / "ruff", "format", "--quiet", "."])
    call([BIN / "python", "-m", "dev.chart_readme"])
    call([BIN / "todo", "openapi", "--file", FRONTEND / "openapi.json"])
    call(["npm", "run", "--silent", "generate"], cwd=FRONTEND)
    write_requirements()
    return 0


def build_images(_: list[str]) -> int:
    """Both images, and their sizes; 1 when these are above the goals."""
    for image in images.IMAGES:
        step(f"Building {image.name}", image.build)
    sizes = images.measure()
    print(sizes)
    return 0 if sizes.within_goals() else 1


def list_components(_: list[str]) -> int:
    """A CycloneDX document for each image, of the packages that its lock file names."""
    set_up()
    for file in components.write():
        print(file.relative_to(ROOT))
    return 0


def clean(_: list[str]) -> int:
    node = (FRONTEND / "node_modules", MCP_CLIENTS / "node_modules", FRONTEND / ".next")
    for made in (VENV, *node, ROOT / ".mypy_cache", ROOT / ".ruff_cache"):
        if made.exists():
            step(f"Removing {made.relative_to(ROOT)}", partial(shutil.rmtree, made))
    return 0


def _all(*checks: tuple[str, Sequence[str | Path], Path]) -> int:
    """Run every one, whether or not those before failed; 1 when any did."""
    failed = []
    for name, command, folder in checks:
        print(f"\n── {name}", flush=True)
        if subprocess.run([str(part) for part in command], cwd=folder, check=False).returncode:
            failed.append(name)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll passed.", flush=True)
    return 1 if failed else 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": serve,
    "check": check,
    "test": test,
    "bench": bench,
    "eval": evaluate,
    "deploy": deploy,
    "format": reformat,
    "images": build_images,
    "sbom": list_components,
    "clean": clean,
}
