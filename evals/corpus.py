"""The files of conversations: one a category, named by the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from evals.conversation import Conversation

FOLDER = Path(__file__).parent / "conversations"
_FILE = TypeAdapter(list[Conversation])


class BadCorpus(Exception):
    """A file of conversations does not say what it should; the message names the file and what to mend."""


@dataclass(frozen=True, slots=True)
class Category:
    """`name` as in "reference-across-turns"."""

    name: str
    conversations: tuple[Conversation, ...]


def load(folder: Path = FOLDER, only: Sequence[str] = ()) -> list[Category]:
    """Every category, by name. `only` keeps the categories and conversations whose names hold one of its words.

    Raises:
        BadCorpus: a file does not hold conversations, or two have the same id.
    """
    categories = [Category(file.stem, _read(file)) for file in sorted(folder.glob("*.yaml"))]
    ids = [conversation.id for category in categories for conversation in category.conversations]
    twice = {name for name in ids if ids.count(name) > 1}
    if twice:
        raise BadCorpus(f"These ids are there more than once; choose others: {', '.join(sorted(twice))}")
    chosen = [
        Category(category.name, tuple(c for c in category.conversations if _wanted(category.name, c.id, only)))
        for category in categories
    ]
    return [category for category in chosen if category.conversations]


def _read(file: Path) -> tuple[Conversation, ...]:
    try:
        # Every scalar stays text: "no" is what a person says, and 2026-11-24 what a task holds.
        return tuple(_FILE.validate_python(yaml.load(file.read_text(), yaml.BaseLoader)))
    except (yaml.YAMLError, ValidationError) as error:
        raise BadCorpus(f"{file.name}: {error}") from error


def _wanted(category: str, name: str, only: Sequence[str]) -> bool:
    return not only or any(word in category or word in name for word in only)
