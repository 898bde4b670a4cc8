"""A stretch of the sentence in two layers of the same length: as typed, and lower-cased with quoted text masked.

Rules look at the masked layer, so what stands in quotes can never be taken for a command; titles are cut from the
layer as typed.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TYPOGRAPHIC: Final = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "`": "'", "–": "-", "—": "-",
     "\u00a0": " ", "\t": " ", "\r": "\n"}
)  # fmt: skip
MASK: Final = "\ue000"
_QUOTED: Final = re.compile(r'"([^"\n]+)"|(?<![\w\'])\'((?:[^\'\n]|\'(?=\w))+)\'(?!\w)')
_EDGES: Final = " ,.;:!?-\n"


def tidy(text: str) -> str:
    """The sentence with straight quotes and single spaces, without control characters; line breaks stay."""
    text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHIC)
    text = "".join(c for c in text if c == "\n" or (unicodedata.category(c)[0] != "C"))
    return re.sub(r" ?\n[ \n]*", "\n", re.sub(r" {2,}", " ", text)).strip()


def _lowered(text: str) -> str:
    low = text.lower()
    # A few letters grow when lower-cased ("İ"); both layers must keep the same offsets.
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text` as typed and `low`, the same stretch lower-cased with the inside of quotes replaced by `MASK`."""

    text: str
    low: str

    @classmethod
    def of(cls, text: str) -> "Phrase":
        low = _lowered(text)
        for found in _QUOTED.finditer(text):
            group = 1 if found[1] is not None else 2
            low = low[: found.start(group)] + MASK * len(found[group]) + low[found.end(group) :]
        return cls(text, low)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def cut(self, start: int, end: int | None = None) -> "Phrase":
        return Phrase(self.text[start:end], self.low[start:end]).trimmed()

    def part(self, found: re.Match[str], group: str = "what") -> "Phrase":
        """The stretch of a group of a match in `low`."""
        return self.cut(found.start(group), found.end(group))

    def trimmed(self, edges: str = _EDGES) -> "Phrase":
        """Without spaces and punctuation at its ends; an abbreviation keeps its full stop ("a.m.")."""
        start, end = 0, len(self.low)
        while start < end and self.low[start] in edges:
            start += 1
        while end > start and self.low[end - 1] in edges and not _ABBREVIATION.search(self.low[max(0, end - 4) : end]):
            end -= 1
        return Phrase(self.text[start:end], self.low[start:end])

    def without(self, start: int, end: int) -> "Phrase":
        """What is left when a stretch is taken out, the two sides joined by one space."""
        left, right = self.cut(0, start), self.cut(end)
        if not left or not right:
            return left or right
        return Phrase(f"{left.text} {right.text}", f"{left.low} {right.low}")

    def without_end(self, pattern: re.Pattern[str]) -> "Phrase":
        """What stands before `pattern` at the end, or all of it."""
        found = pattern.search(self.low)
        return self.cut(0, found.start()) if found and found.start() else self

    def after(self, pattern: re.Pattern[str]) -> "Phrase | None":
        """What follows `pattern` at the beginning, or nothing when the phrase does not begin with it."""
        found = pattern.match(self.low)
        return self.cut(found.end()) if found else None

    def quotes(self) -> Iterator[tuple[int, int, str]]:
        """The quoted stretches: start and end with their quotes, and the text inside as typed."""
        for found in re.finditer(f".{MASK}+.", self.low):
            yield found.start(), found.end(), self.text[found.start() + 1 : found.end() - 1].strip()


_ABBREVIATION: Final = re.compile(r"\b[ap]\.m\.$")
