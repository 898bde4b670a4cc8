"""Which files of a folder Docker sends to a build, by the rules of `.dockerignore`.

Source: https://docs.docker.com/build/concepts/context/#dockerignore-files
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    text: str
    brings_back: bool


def read_rules(context: Path, dockerfile: Path) -> tuple[Rule, ...]:
    """Those of `NAME.dockerignore` beside the Dockerfile, else of the context's `.dockerignore`."""
    for file in (dockerfile.with_name(f"{dockerfile.name}.dockerignore"), context / ".dockerignore"):
        if file.is_file():
            return parse(file.read_text())
    return ()


def parse(text: str) -> tuple[Rule, ...]:
    rules = []
    for line in text.splitlines():
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        pattern = words.removeprefix("!").strip().strip("/")
        rules.append(Rule(re.compile(_translate(pattern)), pattern, words.startswith("!")))
    return tuple(rules)


def ignored(path: str, rules: tuple[Rule, ...]) -> bool:
    """Of a path with `/`, relative to the context. The last rule that fits it or a folder above it decides."""
    parts = path.split("/")
    lineage = ["/".join(parts[:length]) for length in range(1, len(parts) + 1)]
    verdict = False
    for rule in rules:
        if any(rule.pattern.fullmatch(each) for each in lineage):
            verdict = not rule.brings_back
    return verdict


def files(context: Path, rules: tuple[Rule, ...]) -> Iterator[Path]:
    """What is sent, in the order of names."""
    for folder, folders, names in os.walk(context):
        at = Path(folder).relative_to(context)
        folders[:] = sorted(name for name in folders if _enters((at / name).as_posix(), rules))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if not ignored((at / name).as_posix(), rules):
                yield Path(folder) / name


def _enters(folder: str, rules: tuple[Rule, ...]) -> bool:
    """An ignored folder such as node_modules is not walked unless a rule could bring back something in it."""
    if not ignored(folder, rules):
        return True
    return any(rule.brings_back and (rule.text.startswith(f"{folder}/") or "*" in rule.text) for rule in rules)


def _translate(pattern: str) -> str:
    regex, index = "", 0
    while index < len(pattern):
        if pattern.startswith("**/", index):
            regex, index = f"{regex}(?:.*/)?", index + 3
        elif pattern.startswith("**", index):
            regex, index = f"{regex}.*", index + 2
        elif pattern[index] == "*":
            regex, index = f"{regex}[^/]*", index + 1
        elif pattern[index] == "?":
            regex, index = f"{regex}[^/]", index + 1
        else:
            regex, index = regex + re.escape(pattern[index]), index + 1
    return regex
