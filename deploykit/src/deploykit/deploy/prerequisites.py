"""The programs that must be there, by name and version. All that is missing is told at once."""

import json
import re
from dataclasses import dataclass

from deploykit.command import run
from deploykit.errors import CommandFailed, Missing

Version = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tool:
    """`ask` is the command that tells the version; `least` the oldest one that works; `get` says how to have it."""

    name: str
    ask: tuple[str, ...]
    least: Version
    get: str


DOCKER = Tool(
    "docker",
    ("docker", "version", "--format", "{{.Server.Version}}"),
    (20, 10),
    "https://docs.docker.com/engine/install/",
)
KUBECTL = Tool(
    "kubectl",
    ("kubectl", "version", "--client", "--output", "json"),
    (1, 27),
    "https://kubernetes.io/docs/tasks/tools/#kubectl, or `brew install kubectl`",
)
HELM = Tool(
    "helm",
    ("helm", "version", "--template", "{{.Version}}"),
    (3, 12),
    "https://helm.sh/docs/intro/install/, or `brew install helm`",
)


def check(tools: tuple[Tool, ...]) -> dict[str, Version]:
    """The version of each tool by its name. Raises Missing, naming all that lack or are too old."""
    found: dict[str, Version] = {}
    problems = []
    for tool in tools:
        try:
            version = parse_version(run(tool.ask, seconds=30))
        except Missing:
            problems.append(
                f"{tool.name} {_dotted(tool.least)} or newer is needed, and there is none. Get it: {tool.get}"
            )
            continue
        except CommandFailed as failed:
            problems.append(f"{tool.name} is there, but does not answer: {_last_line(failed.said)}")
            continue
        if version is None or version < tool.least:
            has = _dotted(version) if version else "of unknown version"
            problems.append(
                f"{tool.name} {_dotted(tool.least)} or newer is needed; this one is {has}. Get it: {tool.get}"
            )
        else:
            found[tool.name] = version
    if problems:
        raise Missing("\n".join(f"- {problem}" for problem in problems))
    return found


def parse_version(said: str) -> Version | None:
    """Major and minor number out of what a tool says: `v3.22.0+g1a2b`, `20.10.24+dfsg1`, or kubectl's JSON."""
    if said.lstrip().startswith("{"):
        said = str(json.loads(said).get("clientVersion", {}).get("gitVersion", ""))
    found = re.search(r"(\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else None


def _dotted(version: Version) -> str:
    return f"{version[0]}.{version[1]}"


def _last_line(text: str) -> str:
    return text.splitlines()[-1] if text else "it says nothing"
