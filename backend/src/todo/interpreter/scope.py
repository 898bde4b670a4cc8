"""Which list a sentence speaks of: "to my shopping list", "in the Work project", "on my list of chores"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from todo.interpreter.lexicon import DET, TODO
from todo.interpreter.phrase import Phrase

# Names that people give to "the list" when they mean no list in particular.
GENERIC: Final = frozenset({
    "", "to do", "todo", "to dos", "todos", "to-do", "to-dos", "to do's", "to-do's", "todo's", "task", "tasks",
    "reminder",
    "reminders", "reminder's", "item", "items", "things to do", "to do item", "to do items", "main", "default",
    "current",
    "whole", "entire", "full", "own", "personal to do", "things", "daily to do", "daily", "upcoming", "alert",
    "alerts", "stuff", "new", "stuff to do", "job",
    "current reminders", "current to do", "current task", "due", "my", "2do", "calendar", "running", "long",
    "existing", "same", "complete", "active", "reminding", "priority",
})  # fmt: skip
_USUAL: Final = (
    "groceries|grocery|shopping|chores|errands|personal|inbox|homework|wishlist|wish list|bucket list|costco"
)

_WORD: Final = (
    r"(?!(?:to(?![- ]?do)|on|in|from|off|into|my|the|our|a|an|of|for|and|with|is|as|by|that|it|at|out|"
    r"list|all|every|delete|remove|mark|complete|finish|clear|cancel|show|check|review|move|update|change|"
    r"sort|do|make)\b)[\w&'/-]+"
)
_NAME: Final = rf"(?:(?:{TODO}|{_WORD}) ){{0,4}}?"
_DAY: Final = (
    r"(?:me|us|it|today|tomorrow|tonight|this|next|the|my|a|an|now|to|on|at|by|as|and|if|please|(?:mon|tues|"
    r"wednes|thurs|fri|satur|sun)day)\b"
)
_OF: Final = (
    rf" (?:of|for|called|named|titled) (?:all )?(?:the |my |our )?(?:things (?:that )?(?:(?:i|we) (?:need |"
    rf"have |want |must )?(?:to )?|to )do|{TODO}(?: items| tasks)?|"
    rf"(?!{_DAY})[\w&'-]+(?: (?:store|shopping|stuff|items|chores|errands|work|needs|supplies))?)"
)
_DETS: Final = rf"(?:{DET} )?"
# "list of things to do", "list for the hardware store"
_NAMED_AFTER: Final = rf"{_DETS}(?P<name2>{_NAME})lists?(?P<of>{_OF})"
# "list Garden", "project spring cleaning"; a name ends before a date or another field
_NAMED_PLACE: Final = (
    rf"(?:the )?(?:list|project|folder|board|section|category) "
    rf"(?P<named>(?!{_DAY})[\w&'-]+(?: (?!{_DAY}|due|with|priority|every|p\d)[\w&'-]+)?)"
    r"(?=$| (?:due|by|with|priority|tomorrow|today|tonight|on|at|every|p[1-4]|!|#|next|for|and)\b)"
)
# "my garden list", "the shopping bag", "the spring project", "my work tasks", "groceries"
_PLACE: Final = (
    rf"(?:{_NAMED_AFTER}|{_NAMED_PLACE}"
    rf"|{_DETS}(?P<name>{_NAME})(?:check)?lists?(?: items?)?"
    rf"|{_DETS}(?P<bag>(?:shopping|grocery|groceries)) (?:bag|cart|basket|stuff|items|notes?)"
    rf"|{_DETS}(?P<project>{_NAME})(?:project|folder|board|category)(?! \w+ing\b)"
    rf"|{_DETS}(?P<tasks>{_NAME})(?:{TODO}|tasks|reminders|chores|errands|agenda|calendar|planner|things to do)"
    rf"|{_DETS}(?P<usual>{_USUAL})(?=$|[,.!?;]| (?:and|please|if|by|for|too)\b))"
)
_PREPOSITION: Final = re.compile(
    r"\b(?P<prep>to(?! do\b)|on to(?= (?:my|the|our|a) )|onto|on|into|in|from|off(?: of)?|out of|under|within|inside|"
    r"of(?= (?:my|the) (?:\w+ )?list)|(?:with|for)(?= (?:my|the|our) (?:\S+ ){0,3}list\b)) "
)
_BARE: Final = re.compile(rf"{_PLACE}(?![\w-])(?! (?:of|for) (?:things|stuff))")
_FILL: Final = re.compile(r"\b(?:that (?:is|are|i have|i had)|which (?:is|are)|currently|that's|located|listed)$")
# "today's tasks", "this weekend's list": when they are due, and no name
_OF_DAY: Final = re.compile(
    r"(?:the |my )?(?P<day>today|tonight|tomorrow|(?:this |next )?(?:week|month|weekend|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day))'s\b"
)
_OF_LISTS: Final = re.compile(
    r"(?:add|put|place|move|delete|remove|clear|show|list|what|which|how many|complete|check|mark|stick|throw|"
    r"take|create|cross)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A list in the sentence: its `name` (nothing for the list of all tasks), the preposition, and where it stands."""

    name: str | None
    preposition: str
    start: int
    end: int


def list_name(found: re.Match[str], phrase: Phrase) -> str | None:
    """The name in a match of a place, as typed; nothing when it is only "the to-do list"."""
    for group in ("name", "bag", "named", "project", "usual", "name2", "tasks"):
        if found.groupdict().get(group):
            name = phrase.text[found.start(group) : found.end(group)].strip()
            break
    else:
        name = ""
    if found.groupdict().get("of") and name.lower() in GENERIC:
        name = re.sub(
            r"^ (?:of|for|called|named|titled) (?:all )?(?:the |my |our )?",
            "",
            phrase.text[found.start("of") : found.end("of")],
            flags=re.I,
        )
        name = re.sub(rf"^(?:things .*|{TODO}.*)$", "", name, flags=re.I)
    if not name and found.groupdict().get("tasks") is not None:
        return "chores" if found[0].endswith("chores") else "errands" if found[0].endswith("errands") else None
    name = re.sub(rf"(?i)\s*\b(?:{TODO}|task|tasks|reminders?|items?)$", "", name).strip()
    name = re.sub(r"(?i)^(?:current|existing|new|whole|entire|own|upcoming)\b\s*", "", name)
    return None if name.lower() in GENERIC or _OF_DAY.match(name.lower()) else name


def find_list(phrase: Phrase, lists: Sequence[str] = ()) -> Mention | None:
    """The last mention of a list with its preposition; a list that the person has is known by its bare name too."""
    last: Mention | None = None
    for lead in _PREPOSITION.finditer(phrase.low):
        inside = last is not None and lead.start() < last.end
        if not inside and (place := _BARE.match(phrase.low, lead.end())):
            last = Mention(list_name(place, phrase), lead["prep"], lead.start(), place.end())
    if last is not None:
        return last
    # A bare name may be an ordinary word ("go to work"): it counts only at the end of a command that is of lists. What
    # is called a list may be any word: "the move list".
    ending = r"(?: list(?![\w-])|$|[.,!?])" if _OF_LISTS.match(phrase.low) else r" list(?![\w-])"
    for name in lists if ending.startswith("(") or " list" in phrase.low else ():
        pattern = rf"\b(to|on|onto|in|into|from|off(?: of)?|under) (?:my |the |our )?{re.escape(name.lower())}{ending}"
        if (known := re.search(pattern, phrase.low)) is not None:
            return Mention(name, known[1], known.start(), known.end())
    return None


def bare_list(phrase: Phrase) -> Mention | None:
    """A list that the phrase begins with, without preposition: "my shopping list should have …"."""
    found = _BARE.match(phrase.low)
    return Mention(list_name(found, phrase), "", 0, found.end()) if found else None


def take_list(phrase: Phrase, lists: Sequence[str] = ()) -> tuple[str | None, Phrase, bool]:
    """The list's name, the phrase without its mentions, and whether one was mentioned at all."""
    name, mentioned = None, False
    for _ in range(3):
        mention = find_list(phrase, lists)
        if mention is None:
            break
        name, mentioned = name or mention.name, True
        place = phrase.low[mention.start + len(mention.preposition) : mention.end].strip()
        day = _OF_DAY.match(place)
        phrase = phrase.without(mention.start, mention.end)
        if day:
            phrase = Phrase.of(f"{phrase.text} {day['day']}")
        if filler := _FILL.search(phrase.low):
            phrase = phrase.cut(0, filler.start())
    return name, phrase, mentioned
