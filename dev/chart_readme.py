"""The values in the chart's README, from the comments in values.yaml: `python -m dev.chart_readme [--check]`."""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CHART = Path(__file__).parents[1] / "helm" / "todo-app"
BEGIN, END = "<!-- values, written by make format -->\n", "<!-- end of values -->\n"
_KEY = re.compile(r"( *)([\w.-]+):")


@dataclass(frozen=True, slots=True)
class Row:
    """A value: its path (`backend.image.tag`), what it is by default, and what it means."""

    path: str
    default: Any
    meaning: str


def described(text: str) -> Iterator[Row]:
    """Every value of a values.yaml that a comment beginning with `# --` stands above, in their order."""
    values = yaml.safe_load(text)
    path: list[tuple[int, str]] = []
    comment: list[str] = []
    for line in text.splitlines():
        words = line.strip()
        if words.startswith("# --"):
            comment = [words.removeprefix("# --").strip()]
        elif words.startswith("#") and comment:
            comment.append(words.removeprefix("#").strip())
        elif key := _KEY.match(line):
            indent = len(key[1])
            path = [*(part for part in path if part[0] < indent), (indent, key[2])]
            if comment:
                names = [name for _, name in path]
                yield Row(".".join(names), _at(values, names), " ".join(comment))
            comment = []


def _at(values: Any, names: list[str]) -> Any:
    for name in names:
        values = values[name]
    return values


def table(text: str) -> str:
    """The Markdown of it."""
    lines = ["| value | default | what it is |", "|---|---|---|"]
    for row in described(text):
        default = json.dumps(row.default, ensure_ascii=False).replace("|", "\\|")
        lines.append(f"| `{row.path}` | `{default}` | {row.meaning} |")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write it; with `--check` only say, and return 1, when it is not what is written."""
    readme = CHART / "README.md"
    kept = readme.read_text()
    before, _, rest = kept.partition(BEGIN)
    made = before + BEGIN + table((CHART / "values.yaml").read_text()) + END + rest.partition(END)[2]
    if "--check" not in arguments:
        readme.write_text(made)
    elif made != kept:
        print("helm/todo-app/README.md is not what values.yaml says: run `make format`, and commit it.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
