"""The two images: built by the commands that the README names, and measured."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from dev.environment import ROOT, call
from dev.prerequisites import Missing

TOGETHER_MEGABYTES = 450
SHARED_ONCE_MEGABYTES = 370
_MEGABYTE = 1_000_000  # as `docker images` counts


@dataclass(frozen=True, slots=True)
class Image:
    """`part` is the folder of its sources, and of its Dockerfile in docker/."""

    part: str

    @property
    def name(self) -> str:
        return f"todo-{self.part}:latest"

    @property
    def sources(self) -> Path:
        return ROOT / self.part

    @property
    def dockerfile(self) -> Path:
        return ROOT / "docker" / self.part / "Dockerfile"

    def build(self) -> None:
        """Raises Missing when the build fails; carries the end of its output."""
        call(["docker", "build", "-t", self.name, "-f", f"docker/{self.part}/Dockerfile", f"{self.part}/"], cwd=ROOT)

    def layers(self) -> list[tuple[str, int]]:
        """When and how each layer was made, and its bytes; the oldest first."""
        lines = docker("history", "--no-trunc", "--human=false", "--format", "{{json .}}", self.name).splitlines()
        entries = [json.loads(line) for line in reversed(lines)]
        return [(f"{entry['CreatedAt']} {entry['CreatedBy']}", int(entry["Size"])) for entry in entries]


BACKEND, FRONTEND = Image("backend"), Image("frontend")
IMAGES = (BACKEND, FRONTEND)


@dataclass(frozen=True, slots=True)
class Sizes:
    """In megabytes. `shared_once` counts the layers below both images once, as a disk does."""

    images: dict[str, float]
    shared_once: float

    @property
    def together(self) -> float:
        return sum(self.images.values())

    def within_goals(self) -> bool:
        return self.together <= TOGETHER_MEGABYTES and self.shared_once <= SHARED_ONCE_MEGABYTES

    def __str__(self) -> str:
        rows = [
            *((name, size, "") for name, size in self.images.items()),
            ("together", self.together, f"at most {TOGETHER_MEGABYTES}"),
            ("with shared layers counted once", self.shared_once, f"at most {SHARED_ONCE_MEGABYTES}"),
        ]
        return "\n".join(f"  {name:<33}{size:>6.1f} MB  {goal}".rstrip() for name, size, goal in rows)


def measure() -> Sizes:
    """Both images' sizes. Raises Missing when one of them is not built."""
    backend, frontend = BACKEND.layers(), FRONTEND.layers()
    shared = 0
    for one, other in zip(backend, frontend, strict=False):
        if one != other:
            break
        shared += one[1]
    sizes = {
        image.name: sum(size for _, size in layers) for image, layers in zip(IMAGES, (backend, frontend), strict=True)
    }
    return Sizes({name: size / _MEGABYTE for name, size in sizes.items()}, (sum(sizes.values()) - shared) / _MEGABYTE)


def docker(*arguments: str) -> str:
    """What `docker` prints. Raises Missing when there is no engine, or it refuses."""
    try:
        done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise Missing("Docker 20.10 or newer is needed. Get it from https://docs.docker.com/get-docker/.") from None
    if done.returncode:
        raise Missing(f"{done.stderr.strip()}\n`docker {' '.join(arguments)}` failed. Is the Docker engine running?")
    return done.stdout
