"""Marks in a sentence that are fields and not words of a title: priority and tags."""

import re
from typing import Final

from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Priority

_LEVEL: Final = (
    r"(?P<{}>very high|super high|highest|high|top|urgent|critical|max(?:imum)?|medium|normal|mid|moderate|"
    r"average|lowest|very low|low|min(?:imum)?|no|none|zero|\d{{1,2}}|one|two|three|four|five|ten|p[1-4])"
)
_LEVELS: Final[dict[str, Priority]] = {
    "medium": "medium", "normal": "medium", "mid": "medium", "moderate": "medium", "average": "medium",
    "low": "low", "lowest": "low",
    "very low": "low", "min": "low", "minimum": "low", "no": "none", "none": "none", "zero": "none", "0": "none",
    "1": "high", "one": "high", "p1": "high", "2": "medium", "two": "medium", "p2": "medium", "3": "low",
    "three": "low", "p3": "low",
    "4": "none", "four": "none", "p4": "none",
}  # fmt: skip
_BANGS: Final[dict[str, Priority]] = {
    "1": "low",
    "2": "medium",
    "low": "low",
    "l": "low",
    "medium": "medium",
    "med": "medium",
    "m": "medium",
    "none": "none",
}

_LEADING: Final = (
    r"(?:\b(?:with|at|as|of|on|a|an|and|to|is|it's|make it|mark it(?: as)?|set it to|set to|for|to be|be|which is|"
    r"that is|that's)\s+){0,4}"
)
_NUMBERED: Final = rf"(?<!\w){_LEVEL.format('only').replace('|no|none|zero', '').replace('no|', '')}(?<=p[1-4])(?!\w)"
# "with high priority", "priority: 1", "p1"
_PRIORITY: Final = re.compile(
    rf"[\s,;(-]*{_LEADING}\b(?:{_LEVEL.format('before')}[- ]priority\b|"
    rf"priority(?: level)?(?: (?:to|of|is|as|at|:))?(?: a| the)?[ :=]*{_LEVEL.format('after')}\b(?: priority)?|"
    rf"{_NUMBERED})[)]?"
)
_BANG: Final = re.compile(
    r"(?<!\S)!(?P<bang>high|medium|med|low|none|urgent|[hml1-5])(?!\w)|(?<!\S)(?P<many>!{2,3})(?!\S)"
)
_URGENT: Final = re.compile(
    r"^(?:urgent(?:ly)?|important|high priority|asap)\s*[:!-]\s*|"
    r"[\s,;(-]+(?:it'?s |this is |that'?s |is |as |very |really |mark(?:ed)? (?:it |as )*|"
    r"make it )*(?:urgent(?:ly)?|important|asap|a\.s\.a\.p\.?|top priority)[).! ]*$"
)
_TAG: Final = re.compile(r"(?<![\w&#])#(?P<tag>\w[\w/-]*)")
_TAGGED: Final = re.compile(
    r"[\s,]*\b(?:and )?(?:tag(?:ged)? (?:it )?(?:as |with |by )?|label(?:l?ed) (?:as |with )?|with (?:the |"
    r"a )?(?:tags?|labels?)(?: of)? |under (?:the )?(?:tag|label) )"
    r"(?P<tags>#?[\w/-]+(?:(?:, | and |,| & )#?[\w/-]+)*)(?: tag| label)?$"
)


def level(word: str) -> Priority | None:
    """The priority that a word or number names: "urgent" and 1 are high, a scale beyond 4 counts upwards."""
    word = word.lower().strip()
    if word.isdigit() and int(word) > 4:
        return "high"
    if re.fullmatch(_LEVEL.format("word"), word):
        return _LEVELS.get(word, "high")
    return "high" if word in ("important", "asap") else None


def take_priority(phrase: Phrase) -> tuple[Priority | None, Phrase]:
    """The priority that is marked in the phrase, and the phrase without the mark."""
    if found := _BANG.search(phrase.low):
        priority: Priority = "high" if found["many"] else _BANGS.get(found["bang"], "high")
        return priority, phrase.without(found.start(), found.end())
    if found := _PRIORITY.search(phrase.low):
        named = level(found["before"] or found["after"] or found["only"])
        return named, phrase.without(found.start(), found.end())
    if found := _URGENT.search(phrase.low):
        rest = phrase.without(found.start(), found.end())
        return ("high", rest) if rest else (None, phrase)
    return None, phrase


def take_tags(phrase: Phrase) -> tuple[tuple[str, ...], Phrase]:
    """The tags in the phrase without their sign, and the phrase without them; a "#3" is a number and stays."""
    tags: list[str] = []
    if found := _TAGGED.search(phrase.low, max(0, len(phrase.low) - 120)):
        words = re.split(r", | and |,| & ", phrase.text[found.start("tags") : found.end("tags")])
        tags += [word.lstrip("#") for word in words]
        phrase = phrase.cut(0, found.start())
    start = 0
    while found := _TAG.search(phrase.low, start):
        if found["tag"].isdigit():
            start = found.end()
            continue
        tags.append(phrase.text[found.start("tag") : found.end("tag")])
        start = found.start()
        phrase = Phrase(
            phrase.text[:start] + phrase.text[found.end() :], phrase.low[:start] + phrase.low[found.end() :]
        )
    phrase = Phrase.of(re.sub(r" {2,}", " ", phrase.text)).trimmed() if tags else phrase
    return tuple(dict.fromkeys(tags)), phrase
