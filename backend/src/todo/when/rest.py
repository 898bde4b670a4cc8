"""What is left of a sentence without its date words, tidied."""

import re
from collections.abc import Iterable

from .moment import Span

EMPTY_BRACKETS = re.compile(r"\(\s?\)|\[\s?\]|\{\s?\}")
SPACES = re.compile(r"\s+")
SPACE_BEFORE_MARK = re.compile(r" ([,.;:!?])")
DOUBLED = re.compile(r"([,;:])(?: ?[,;:.])+")
EDGES = " \t\n,;:-–—@|"


def without(text: str, spans: Iterable[Span]) -> str:
    """`text` without `spans`; a text without any stays exactly as it is, but for space at its ends."""
    kept, last = [], 0
    for span in spans:
        kept.append(text[last : span.start])
        last = span.end
    if not last:
        return text.strip()
    tail = text[last:]
    kept.append("" if tail.strip() == "." else tail)
    joined = SPACES.sub(" ", " ".join(kept))
    joined = EMPTY_BRACKETS.sub("", joined)
    joined = SPACE_BEFORE_MARK.sub(r"\1", SPACES.sub(" ", joined))
    tidied = DOUBLED.sub(r"\1", joined).strip(EDGES)
    return tidied if any(character.isalnum() for character in tidied) else ""
