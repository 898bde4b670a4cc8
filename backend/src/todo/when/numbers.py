"""Numbers and ordinals, in digits and in words: "3", "2.5", "twenty-nine", "a couple of", "15th", "twenty second"."""

import re

from .tokens import Sentence

CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
PLACES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ONES = {name: number for number, name in enumerate(CARDINALS.split(), start=1)}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS = {name: number for number, name in enumerate(PLACES.split(), start=1)} | {"thirtieth": 30}
SUFFIXES = ("st", "nd", "rd", "th")
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
RANGE = re.compile(r"\d{1,3}-(\d{1,3})")


def integer(s: Sentence, i: int) -> tuple[int, int] | None:
    """A whole number: "12", "twelve", "twenty nine", "twenty-nine"."""
    digits = s.digits(i)
    if digits is not None:
        is_place = s.word(i + 1) in SUFFIXES and s.at(i + 1).glued
        return None if is_place else (digits, i + 1)
    word = s.word(i)
    if word in ONES:
        return ONES[word], i + 1
    if word in TENS:
        unit = s.skip(i + 1, "-")
        if ONES.get(s.word(unit), 10) < 10:
            return TENS[word] + ONES[s.word(unit)], unit + 1
        return TENS[word], i + 1
    return None


def quantity(s: Sentence, i: int) -> tuple[float, int] | None:
    """How many of a unit: an integer, "2.5", "2-3" (the larger), "a", "a couple of", "half a"."""
    token = s.at(i)
    if token.kind == "figure" and token.word.count(".") == 1 and not set(token.word) & set(":/-"):
        return float(token.word), i + 1
    span = RANGE.fullmatch(token.word) if token.kind == "figure" else None
    if span:
        return int(span[1]), i + 1
    if token.word in FRACTIONS:
        return FRACTIONS[token.word], s.skip(s.skip(i + 1, "of"), "an", "a")
    for words, value in BY_FIRST.get(s.word(i), ()):
        end = s.phrase(i, words)
        if end is not None:
            return value, end
    return integer(s, i)


QUANTITIES: tuple[tuple[tuple[str, ...], float], ...] = (
    (("a", "couple", "of"), 2),
    (("a", "couple"), 2),
    (("couple", "of"), 2),
    (("a", "few"), 3),
    (("couple",), 2),
    (("few",), 3),
    (("half", "an"), 0.5),
    (("half", "a"), 0.5),
    (("a", "half"), 0.5),
    (("half",), 0.5),
    (("a", "quarter", "of", "an"), 0.25),
    (("quarter", "of", "an"), 0.25),
    (("a", "quarter"), 0.25),
    (("three", "quarters", "of", "an"), 0.75),
    (("three", "-", "quarters", "of", "an"), 0.75),
    (("a", "dozen"), 12),
    (("another",), 1),
    (("an",), 1),
    (("a",), 1),
)
BY_FIRST: dict[str, list[tuple[tuple[str, ...], float]]] = {}
for _words, _value in QUANTITIES:
    BY_FIRST.setdefault(_words[0], []).append((_words, _value))


def ordinal(s: Sentence, i: int) -> tuple[int, int] | None:
    """A place in a row: "3rd", "third", "twenty second", "twenty-second", "thirty first"."""
    digits = s.digits(i)
    if digits is not None:
        return (digits, i + 2) if s.word(i + 1) in SUFFIXES and s.at(i + 1).glued else None
    word = s.word(i)
    if word in ORDINALS:
        return ORDINALS[word], i + 1
    if word in TENS:
        unit = s.skip(i + 1, "-")
        if ORDINALS.get(s.word(unit), 10) < 10:
            return TENS[word] + ORDINALS[s.word(unit)], unit + 1
    return None
