"""A sentence as tokens. Every rule of the grammar walks over these by index, so reading takes linear time."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Kind = Literal["opaque", "iso", "figure", "word", "mark", "end"]

# Every quantifier is bounded: a hostile text costs a constant at each position.
TOKEN = re.compile(
    r"""
    (?P<opaque>
        "[^"\n]{1,400}" | “[^”\n]{1,400}” | ‘[^’\n]{1,400}’(?!\w) | (?<!\w)'[^'\n]{1,400}'(?!\w)
      | https?://\S{1,400} | (?<!\w)[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,20}\b | \#\w{1,64}
    )
  | (?P<iso>(?<![\w.-])\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?(?!\w))
  | (?P<figure>\d{1,12}(?:[:./-]\d{1,12}){0,8})
  | (?P<word>[^\W\d_]{1,60}(?:['’][^\W\d_]{1,8})?)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def words(text: str) -> frozenset[str]:
    """A vocabulary, written as a line of words."""
    return frozenset(text.split())


CLOSING = words(
    "monthly weekly daily yearly annually tomorrow today at on by to for and or in "
    "with from due every please then so because but i we as until before after"
)

"""Words that cannot be what an article before a date belongs to: "the 15th at noon", but "the 9/11 memorial"."""


@dataclass(frozen=True, slots=True)
class Token:
    """`word` is lower case with straight apostrophes; `glued` means that no space stands before it."""

    kind: Kind
    word: str
    text: str
    start: int
    end: int
    glued: bool


CHANGES = words("change move reschedule switch shift postpone update push bump snooze instead rather changed moved")


class Sentence:
    """A text, its tokens, and the local time at which it is said.

    `changes`: it speaks of moving something, so "from 3pm to 5pm" names an old and a new time rather than a stretch.
    """

    def __init__(self, text: str, now: datetime) -> None:
        self.text = text
        self.now = now
        self.today: date = now.date()
        self.tokens: list[Token] = []
        end = -1
        for match in TOKEN.finditer(text):
            kind: Kind = match.lastgroup  # type: ignore[assignment]
            word = match[0].lower().replace("’", "'")
            self.tokens.append(Token(kind, word, match[0], match.start(), match.end(), match.start() == end))
            end = match.end()
        self._words = ["" if token.kind == "opaque" else token.word for token in self.tokens]
        self.size = len(self.tokens)
        self.changes = any(token.word in CHANGES for token in self.tokens)
        self._end = Token("end", "", "", len(text), len(text), False)

    def at(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < self.size else self._end

    def word(self, index: int) -> str:
        """The token in lower case; "" outside the sentence and for quoted text, so that no rule can match there."""
        return self._words[index] if 0 <= index < self.size else ""

    def skip(self, index: int, *words: str) -> int:
        """The index after one of `words`, or `index` itself."""
        return index + 1 if self.word(index) in words else index

    def phrase(self, index: int, words: tuple[str, ...]) -> int | None:
        """The index after these words in a row, or None."""
        end = index + len(words)
        return end if index >= 0 and tuple(self._words[index:end]) == words else None

    def digits(self, index: int) -> int | None:
        """The value of a token of plain digits, or None."""
        word = self.word(index)
        return int(word) if word.isdecimal() and self.tokens[index].kind == "figure" else None

    def closes(self, index: int) -> bool:
        """Whether what stands before `index` needs no noun after it: "the 15th at noon", not "the 15th floor"."""
        token = self.at(index)
        if token.kind == "word":
            return token.word in CLOSING or token.word in ("noon", "midnight")
        return not (token.glued and token.kind in ("figure", "mark") and token.word not in ".,;:!?)}]")
