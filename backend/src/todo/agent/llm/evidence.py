"""What a message asks for, as far as its words show it: the least that a model's change must have going for it."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

_SAME_WORD = 85
"""Of 100: a typing error apart."""
_WORD = re.compile(r"\w+")
_QUESTION = re.compile(
    r"\?\s*$|^\W*(?:what|which|when|where|who|why|how|is|are|was|were|do|does|did|have|has|any)\b", re.I
)
_ASKS = {
    "add_task": r"add\w*|remind\w*|remember|need|note|put|new|list|plan|track|todo|to-do|task\w*|schedul\w*|creat\w*|"
    r"don['’]t forget|want|must|should|have to|got to|write down|jot|break|split|prepare|save",
    "delete_task": r"delet\w*|remov\w*|drop\w*|scrap\w*|rid|cancel\w*|trash\w*|erase\w*|clear\w*|forget|toss\w*|bin|"
    r"discard\w*|wipe\w*|kill\w*|purge\w*|scratch\w*|nix|dump\w*|ditch\w*|away|no longer|not? need\w*|"
    r"don['’]t need|off|gone|go",
    "complete_task": r"done|did|complet\w*|finish\w*|tick\w*|check\w*|cross\w*|mark\w*|close\w*|reopen\w*|open|bought|"
    r"paid|called|sent|got|handled|sorted|over|made it|took care|taken care|wrapped|settled|undone|uncheck\w*",
    "update_task": r"mov\w*|chang\w*|renam\w*|reschedul\w*|postpon\w*|push\w*|shift\w*|set\w*|mak\w*|prioriti\w*|put|"
    r"tag\w*|edit\w*|adjust\w*|delay\w*|bring|bump\w*|updat\w*|due|urgent|important|later|earlier|instead|note|"
    r"add|list|every|daily|weekly|monthly|repeat\w*|snooz\w*|call it|matters|for",
    "undo": r"undo\w*|undone|redo\w*|revert\w*|restor\w*|back|never ?mind|roll",
}
_COMPILED = {tool: re.compile(rf"\b(?:{words})\b", re.I) for tool, words in _ASKS.items()}


def asks_for(tool: str, message: str) -> bool:
    """Whether the message has a word for what the tool does."""
    pattern = _COMPILED.get(tool)
    return pattern is None or pattern.search(message) is not None


def is_question(message: str) -> bool:
    return _QUESTION.search(message) is not None


def names(message: str, title: str) -> bool:
    """Whether the message has most of the title's words, typing errors aside."""
    words = _weighty(title)
    there = sum(_has(message, word) for word in words)
    return bool(words) and there * 2 >= len(words)


def is_quoted_from(title: str, texts: Iterable[str], message: str) -> bool:
    """Whether all of a title's words that the person did not say stand in one of `texts`."""
    foreign = [word for word in _weighty(title) if not _has(message, word)]
    return bool(foreign) and any(all(_has(text, word) for word in foreign) for text in texts)


def _weighty(title: str) -> list[str]:
    words = _WORD.findall(title.casefold())
    return [word for word in words if len(word) > 2] or words


def _has(text: str, word: str) -> bool:
    return any(fuzz.ratio(word, other) >= _SAME_WORD for other in _WORD.findall(text.casefold()))
