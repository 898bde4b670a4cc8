"""What the images are made of, from the lock files: a CycloneDX document each (SBOM), for scanners and audits."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from dev.environment import BIN, FRONTEND, ROOT
from dev.prerequisites import Missing

FOLDER = ROOT / ".build" / "sbom"


def write() -> Iterator[Path]:
    """Each file, as it is written. Raises Missing when a lock file cannot be read."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    locked = (
        "--frozen",
        "--package",
        "todo",
        "--no-dev",
        "--format",
        "cyclonedx1.5",
        "--preview-features",
        "sbom-export",
    )
    yield _write("backend", [BIN / "uv", "export", *locked], ROOT)
    npm = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--omit", "dev"]
    yield _write("frontend", npm, FRONTEND)


def _write(part: str, command: Sequence[str | Path], folder: Path) -> Path:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missing(f"{done.stderr}\n`{' '.join(str(word) for word in command)}` failed. The lines above say why.")
    file = FOLDER / f"{part}.cdx.json"
    file.write_text(done.stdout)
    return file
