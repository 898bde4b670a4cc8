"""`deploykit.toml`: what a project deploys."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deploykit.errors import WrongUsage

FILE = "deploykit.toml"
_KEYS = {"name", "chart", "address", "images", "secret", "values"}


@dataclass(frozen=True, slots=True)
class Image:
    """An image to build. `values` is where the chart takes its `repository` and `tag` from, as `backend.image`."""

    name: str
    context: Path
    dockerfile: Path
    values: str


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A key of the Secret. It is generated, or taken from the environment, or asked for with the words of `ask`.

    `without` are the chart's values that do without it, by dotted name. With none of these and no value, deploying
    stops, unless the key is optional.
    """

    name: str
    generated: bool = False
    optional: bool = False
    ask: str = ""
    without: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Project:
    """`name` is the release's and the namespace's; `address` the Service whose address is told in the end."""

    name: str
    chart: Path
    address: str
    images: tuple[Image, ...]
    secret: str
    secret_keys: tuple[SecretKey, ...]
    values: Mapping[str, Any]


def find(start: Path) -> Path:
    """The nearest deploykit.toml in the folder or above it. Raises WrongUsage when there is none."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
    raise WrongUsage(f"There is no {FILE} in {start} or above it. Go to your project, or name the file with --project.")


def read(file: Path) -> Project:
    """Paths in the file are relative to it. Raises WrongUsage when it cannot be read, or says what it must not."""
    try:
        said = tomllib.loads(file.read_text())
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WrongUsage(f"{file} cannot be read: {error}") from None
    if unknown := sorted(said.keys() - _KEYS):
        raise WrongUsage(f"{file} has {', '.join(unknown)}, but only {', '.join(sorted(_KEYS))} mean something.")
    root = file.parent.absolute()
    secret = said.get("secret", {})
    try:
        return Project(
            name=said["name"],
            chart=_there(root / said["chart"]),
            address=said.get("address", ""),
            images=tuple(
                Image(
                    image["name"],
                    _there(root / image["context"]),
                    _there(root / image["dockerfile"]),
                    image["values"],
                )
                for image in said.get("images", [])
            ),
            secret=secret.get("name", ""),
            secret_keys=tuple(SecretKey(name, **about) for name, about in secret.get("keys", {}).items()),
            values=said.get("values", {}),
        )
    except KeyError as error:
        raise WrongUsage(f"{file} lacks {error.args[0]!r}.") from None
    except (TypeError, FileNotFoundError) as error:
        raise WrongUsage(f"{file}: {error}") from None


def _there(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(f"there is no {path}")
    return path
