"""Which task a person means by a few words of its title."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from todo.tasks.record import TaskRecord

_WORD = re.compile(r"[\w’']+|[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
"""A word, or an emoji, which tells titles apart as well."""
_STOP = frozenset(
    {"a", "an", "the", "my", "our", "your", "to", "for", "of", "on", "in", "at", "and", "or", "with", "about", "from"}
    | {"by", "task", "tasks", "todo", "reminder", "item", "please"}
)
_TYPO = 86  # a word with one wrong letter in six still passes; "milk" for "mail" does not
_HINT = 60


@dataclass(frozen=True, slots=True)
class Match:
    """`sure` are the tasks that the words fit equally well (several: ask which); `near` are worth suggesting."""

    sure: tuple[TaskRecord, ...] = ()
    near: tuple[TaskRecord, ...] = ()


def key_words(text: str) -> list[str]:
    """The words that tell one title from another, in lower case; all of them when there are no others."""
    words = _WORD.findall(text.casefold().replace("’", "'"))
    return [word for word in words if word not in _STOP] or words


def search_stems(text: str) -> list[str]:
    """Beginnings of the key words, short enough to be found in another form of the word ("calls" in "calling")."""
    return [word[: max(3, len(word) - 3)] for word in key_words(text)]


def stems(text: str) -> list[str]:
    """The key words without their endings, as parts of words to search for ("meetings" finds "meeting")."""
    return [_stem(word) for word in key_words(text)]


def match(words: str, records: Sequence[TaskRecord]) -> Match:
    """The best reading of `words`: the very title, else every key word in it, else the same with a typo.

    A task that the words fit exactly wins over one that merely holds them.
    """
    words = _plain(words)
    wanted = key_words(words)
    if not wanted or not records:
        return Match()
    exact = [record for record in records if _same(words, _plain(record.title))]
    if exact:
        return Match(tuple(exact))
    for test in (_holds, _holds_forms, _holds_typed):
        found = [record for record in records if test(wanted, key_words(_plain(record.title)))]
        if found:
            return Match(tuple(_whole(wanted, found)))
    titles = {index: _plain(record.title) for index, record in enumerate(records)}
    scored = process.extract(" ".join(wanted), titles, scorer=fuzz.token_set_ratio, limit=3, score_cutoff=_HINT)
    return Match(near=tuple(records[index] for _, _, index in scored))


def _same(words: str, title: str) -> bool:
    return _WORD.findall(words) == _WORD.findall(title)


def _plain(text: str) -> str:
    """`text` in lower case and without accents, which people leave out."""
    if text.isascii():
        return text.casefold()
    return "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))


def _whole(wanted: list[str], found: list[TaskRecord]) -> list[TaskRecord]:
    """Titles of nothing but these words come before titles that hold more."""
    whole = [record for record in found if sorted(key_words(_plain(record.title))) == sorted(wanted)]
    return whole or found


def _holds(wanted: list[str], title: list[str]) -> bool:
    return set(wanted) <= set(title)


def _holds_forms(wanted: list[str], title: list[str]) -> bool:
    return all(any(_same_stem(word, other) for other in title) for word in wanted)


def _holds_typed(wanted: list[str], title: list[str]) -> bool:
    return all(
        any(_same_stem(word, other) or (len(word) > 3 and fuzz.ratio(word, other) >= _TYPO) for other in title)
        for word in wanted
    )


def _same_stem(one: str, other: str) -> bool:
    return _stem(one) == _stem(other)


def _stem(word: str) -> str:
    for ending in ("'s", "ies", "ing", "es", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
