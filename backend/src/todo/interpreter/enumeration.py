"""Several tasks in one breath: "a, b and c", numbered or bulleted lines, "add three tasks: …"."""

import re
from typing import Final

from todo.interpreter.lexicon import CARDINALS, LIST_NOUN, PLURAL_NOUN, TASK_VERBS, one_of
from todo.interpreter.phrase import Phrase

_BULLET: Final = re.compile(r"(?:[-*+•·–]|\(?\d{1,2}[.):]|\[[ x]?\])\s+")
_INLINE_NUMBER: Final = re.compile(r"(?:(?<=^)|(?<=[\s,;]))\(?[1-9]\d?[.):]\s+")
_COUNT: Final = one_of(*(word for word in CARDINALS if len(word) > 2))
_BEGINNING: Final = rf"(?:{PLURAL_NOUN}|{LIST_NOUN}|following|these|{_COUNT})"
# "add three tasks: …", "my list - …", "add: …"; the colon of a clock time, a ratio or an address begins no list
_COLON: Final = re.compile(
    rf"^(?P<head>[^:\n]{{0,80}}?\b(?:{_BEGINNING}[^:\n]{{0,60}}?|add))"
    r"\s*(?:(?<!\d):(?!//)|:(?!\d|//)|\n|-(?= ))\s*(?P<items>.+)$",
    re.S,
)
# "add stamps, note: the big ones": what follows describes the one task before it.
_DESCRIBED: Final = re.compile(
    r"(?:[,;.(]|\b(?:and|with|having))\s*(?:the |a )?(?:descriptions?|desc|notes?|details?|comments?|memo)\s*$"
)
# Pairs that are one thing on any shopping list.
_PAIRS: Final = re.compile(
    r"\b(?:bread and butter|salt and pepper|mac(?:aroni)? and cheese|fish and chips|peanut butter and jelly|"
    r"pb and j|ham and cheese|milk and honey|"
    r"cream and sugar|oil and vinegar|rice and beans|beans and rice|chips and (?:dip|salsa|guacamole)|"
    r"bacon and eggs|ham and eggs|biscuits and gravy|spaghetti and meatballs|"
    r"shampoo and conditioner|pen and paper|nuts and bolts|pros and cons|terms and conditions|track and field|"
    r"black and white|q and a|r and d|bed and breakfast|"
    r"back and forth|up and down|in and out|parents? and \w+|mom and dad|mum and dad|tom and jerry|"
    r"half and half|drag and drop|cut and paste|meat and potatoes|soap and water)\b"
)
_LONGEST: Final = 2000
_HEADING: Final = re.compile(r"\b(?:tasks|items|things|reminders|to-?dos|list|following)$")
# More plain lines than anybody writes sentences in a message are one task each.
_MANY_LINES: Final = 12
_AND: Final = re.compile(r"\s*(?:,\s*(?:and|&|plus)\s+|\s(?:and|&|plus|and then|and also)\s+|,\s+|;\s*)\s*")
_NO_ITEM: Final = re.compile(
    r"(?:if|when|because|since|so|but|then|or|which|who|whose|where|while|unless|it|them|that|before|after|"
    r"please|ok|not|with|for|to|at|in|on|by)\b"
)


def lines_of(phrase: Phrase) -> list[Phrase]:
    """The lines of a bulleted or numbered text, or of plain lines, without their marks; one phrase when there is
    one."""
    if "\n" in phrase.low:
        spans, start = [], 0
        for line in phrase.low.split("\n"):
            spans.append((start, start + len(line)))
            start += len(line) + 1
        lines = [phrase.cut(*span) for span in spans]
        return [unmarked for line in lines if (unmarked := _unmarked(line))]
    marks = list(_INLINE_NUMBER.finditer(phrase.low))
    if len(marks) > 1 and marks[0].start() == 0:
        ends = [mark.start() for mark in marks[1:]] + [len(phrase.low)]
        parts = [phrase.cut(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
        return [part for part in parts if part]
    return [phrase]


def is_enumerated(phrase: Phrase) -> bool:
    """Whether the text is nothing but a list: at least two bulleted or numbered items, or many plain lines."""
    lines = [line for line in phrase.low.split("\n") if line.strip()]
    if len(lines) == 1:
        return len(lines_of(phrase)) > 1
    if len(lines) > _MANY_LINES and not is_headed(phrase):
        return True
    return len(lines) > 1 and all(_BULLET.match(line) for line in lines)


def is_headed(phrase: Phrase) -> bool:
    """Whether the first of several lines introduces the others: "my tasks for today:"."""
    first = phrase.low.split("\n", 1)[0].rstrip()
    return first.endswith(":") or bool(_HEADING.search(first))


def _unmarked(line: Phrase) -> Phrase:
    found = _BULLET.match(line.low)
    return line.cut(found.end()) if found else line.trimmed()


def items_after_colon(phrase: Phrase) -> tuple[Phrase, list[Phrase]] | None:
    """The words before the colon and the items after it, of "add three tasks: a, b, c"; nothing when it is no such
    text."""
    found = _COLON.match(phrase.low) if len(phrase.low) < 4000 else None
    if found is None or _DESCRIBED.search(found["head"]):
        return None
    body = phrase.cut(found.start("items"))
    lines = lines_of(body)
    items = lines if len(lines) > 1 else split_items(body)
    return phrase.cut(0, found.end("head")), items


def split_items(phrase: Phrase) -> list[Phrase]:
    """At every comma, semicolon and the last "and"."""
    spans, start = [], 0
    paired = [found.span() for found in _PAIRS.finditer(phrase.low)]
    for found in _AND.finditer(phrase.low):
        if any(a <= found.start() < b for a, b in paired):
            continue
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(phrase.low)))
    return [item for span in spans if (item := phrase.cut(*span))]


def _imperative(phrase: Phrase) -> bool:
    words = phrase.low.split()
    return len(words) > 1 and words[0] in TASK_VERBS and not {"it", "them", "him", "her"} & set(words)


def items_of(phrase: Phrase, *, listed: bool) -> list[Phrase]:
    """The items of a title that may name several; `listed` when a list of things was mentioned, where short nouns
    in a row are several things. A doubtful "and" stays inside one title."""
    if len(phrase.low) > _LONGEST or not re.search(r"[,;&]|\band\b|\bplus\b", phrase.low):
        return [phrase]
    items = split_items(phrase)
    if len(items) < 2 or any(_NO_ITEM.match(item.low) for item in items):
        return [phrase]
    if all(_imperative(item) for item in items):
        return items
    if _imperative(items[0]) or items[0].low.split()[0] in TASK_VERBS:
        return [phrase]
    longest = max(len(item.low.split()) for item in items)
    if listed and longest <= (4 if len(items) > 2 else 2):
        return items
    # Three short things in a row are a list, whether or not one was mentioned.
    return items if len(items) > 2 and longest <= 3 else [phrase]
