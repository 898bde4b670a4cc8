"""What a reply must say, however it words it.

A fact is a text that has to be there, in any case; `/…/` a regular expression; `date 2026-11-24` that day in any of the
usual ways of writing it; `time 17:00`; `number 3`, in digits or as a word; `nothing` that there is none.
"""

import re
from datetime import date
from functools import cache

_WORDS = ("no|zero|none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "*": "", "∗": "", "\u00a0": " ", "\u202f": " "})


def plain(text: str) -> str:
    """`text` without emphasis, its quotes straight and its spaces single."""
    return " ".join(text.translate(_QUOTES).split())


def holds(text: str, fact: str) -> bool:
    """Whether `text`, which is plain, says the fact."""
    return bool(pattern(fact).search(text))


@cache
def pattern(fact: str) -> re.Pattern[str]:
    """The fact as a regular expression over plain text. Raises ValueError when it cannot be read."""
    kind, _, value = fact.partition(" ")
    if len(fact) > 1 and fact.startswith("/") and fact.endswith("/"):
        words = fact[1:-1]
    elif kind == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        words = _date(date.fromisoformat(value))
    elif kind == "time" and re.fullmatch(r"\d\d:\d\d", value):
        words = _time(*map(int, value.split(":")))
    elif kind == "number" and value.isdecimal():
        spoken = f"|{_WORDS[int(value)]}" if int(value) < len(_WORDS) else ""
        words = rf"(?<![\w:.])(?:{value}{spoken})(?!\w|[:.]\d)"
    elif fact == "nothing":
        words = r"\b(?:no|none|nothing|empty|zero|0|(?:isn|aren|don|haven)'t|all clear)\b"
    else:
        words = re.escape(plain(fact))
    return re.compile(words, re.IGNORECASE)


def _date(day: date) -> str:
    month = rf"(?:{day:%B}|{day:%b})"
    number = rf"{day.day}(?:st|nd|rd|th)?"
    american = rf"{day.month}/{day.day}/{day.year}"
    return rf"{day.isoformat()}|\b{number}\.? (?:of )?{month}\b|\b{month}\.? {number}\b|\b{american}\b"


def _time(hour: int, minute: int) -> str:
    half, short = ("pm" if hour >= 12 else "am"), hour % 12 or 12
    spoken = rf"\b0?{short}:{minute:02} ?{half[0]}\.?m\b"
    bare = rf"|\b{short} ?{half[0]}\.?m\b" if minute == 0 else ""
    named = {(12, 0): r"|\bnoon\b", (0, 0): r"|\bmidnight\b"}.get((hour, minute), "")
    return rf"\b{hour:02}:{minute:02}\b|\b{hour}:{minute:02}\b(?! ?[ap]\.?m)|{spoken}{bare}{named}"
