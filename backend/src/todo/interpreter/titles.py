"""From the words of a new task to its fields: the title that stands, and what in the sentence is no title."""

import re
from dataclasses import dataclass
from typing import Final

from todo.interpreter.context import Context
from todo.interpreter.marks import take_priority, take_tags
from todo.interpreter.phrase import Phrase
from todo.interpreter.plan import Priority
from todo.when import Moment, read

_DESCRIPTION: Final = re.compile(
    r"[\s,;.(-]*(?:\b(?:and |with |add |having ){1,3}(?:the |a |an )?(?:descriptions?|notes?|details?|comments?|"
    r"memo)(?: that)?(?: (?:of|saying|says|that says|which says|reading|to|is|about))?\b[\s:=]*|"
    r"\b(?:descriptions?|notes?|details?|comments?|memo|desc)\s*[:=]\s*)(?P<text>.+)$",
    re.S,
)
_CALLED: Final = (
    r"(?:called|named|titled|labell?ed|entitled|saying|that says|which says|which is|that is|regarding|concerning|"
    r"with (?:the )?(?:title|name|text|content|words?)|content|:|-|>|=)\s*"
)
# "to" and "about" before the title's own words; "to go home" keeps its verb
_PARTICLE: Final = (
    r"(?:to|about|that|of|for)(?= (?:the|a|an|my|our|i|we|to|me|[\"']))\s|to (?:go )?(?=\w)|"
    r"(?:about|that|regarding)\s+|for (?=\w+ing\b)|for me to\s+"
)
# "that I have to"
_I_MUST: Final = (
    r"(?:that )?(?:i|we)(?:'ve|'ll|'d| will| would| really| also| still)* "
    r"(?:need|have|want|got|ought|gotta|should|must|like|supposed|am supposed|'m supposed)(?: to| ta)?\s(?!be reminded)"
)
# "not to forget to", "the chore of", "it's time to", "the following task:"
_PADDING: Final = (
    r"(?:one|another|the (?:first|second|other))(?: one)?(?: is)? (?:to|about) (?=\w+ \w)|"
    r"(?:not to forget|to remember|remember)(?: to| that| about)?\s+(?=\w+ \w)|it(?:'s| is) time to\s+|"
    r"(?:the )?(?:chore|task|job|activity|errand) of (?=\w)|(?:do )?the following(?: task| item)?s?\s*:?\s*"
)
_LEAD: Final = re.compile(rf"(?:{_CALLED}|{_I_MUST}|{_PADDING}|{_PARTICLE})")
_ARTICLE_LEAD: Final = re.compile(r"(?:to go )(?=\w)")
_DANGLING: Final = re.compile(
    r"[\s,;:(-]+(?:by|at|due|starting|until|till|before|around|every|for|from|and|due (?:by|on|at)|is|are|"
    r"will be|@)$"
)
_EMPTY: Final = re.compile(r"[\[({]\s*(?:deadline|due|by|due by|due date)?\s*[\])}]")
_OPENING: Final = re.compile(r"^(?:will|shall|please|i'll|i will|we'll)\s+(?=\w+ \w)")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a sentence says of a new task beside its title; `rest` is the sentence without these words."""

    rest: Phrase
    description: str | None
    tags: tuple[str, ...]
    priority: Priority | None


@dataclass(frozen=True, slots=True)
class Timed:
    """When a sentence says that something is due; `rest` is the sentence without these words."""

    rest: Phrase
    due: Moment | None
    rrule: str | None

    @property
    def dated(self) -> bool:
        return self.due is not None or self.rrule is not None


def read_fields(phrase: Phrase) -> Fields:
    """Description, tags and priority of a sentence, taken out in this order: a description may hold anything."""
    description = None
    if found := _DESCRIPTION.search(phrase.low):
        text = phrase.cut(found.start("text"))
        quoted = next((inner for start, _, inner in text.quotes() if start == 0), None)
        description = (quoted or text.text) or None
        phrase = phrase.cut(0, found.start())
    tags, phrase = take_tags(phrase)
    priority, phrase = take_priority(phrase)
    return Fields(phrase, description, tags, priority)


def read_timed(phrase: Phrase, context: Context) -> Timed:
    reading = read(phrase.text, context.now)
    if reading.due is None and reading.rrule is None:
        return Timed(phrase, None, None)
    rest = Phrase.of(_EMPTY.sub("", reading.rest)).trimmed()
    while found := _DANGLING.search(rest.low):
        rest = rest.cut(0, found.start())
    return Timed(rest, reading.due, reading.rrule)


def quoted_title(phrase: Phrase) -> str | None:
    """The text in quotes when the phrase is nothing but that."""
    for start, end, inner in phrase.quotes():
        around = phrase.low[:start] + " " + phrase.low[end:]
        if not re.search(
            r"\w",
            re.sub(
                r"\b(?:the|my|a|an|task|item|to-?do|todo|reminder|to|for|about|called|named|titled|of|that|which|"
                r"says|saying|content|with|words?|list|verbatim)\b",
                "",
                around,
            ),
        ):
            return inner
    return None


def title_of(phrase: Phrase) -> str | None:
    """The title that the words give, or nothing when no word is left."""
    if (quoted := quoted_title(phrase)) is not None:
        return quoted
    phrase = phrase.trimmed()
    first = next(phrase.quotes(), None)
    if (
        first
        and first[0] == 0
        and re.match(r"\s*,?\s*(?:with|for|due|and|as|that|which|to|,)\b", phrase.low[first[1] :])
    ):
        return first[2]
    while (found := _LEAD.match(phrase.low)) and (shorter := phrase.cut(found.end())):
        # "to go home" keeps its verb: only the particle goes.
        go = _ARTICLE_LEAD.match(phrase.low)
        phrase = phrase.cut(3) if go else shorter
        if go:
            break
    if opening := _OPENING.match(phrase.low):
        phrase = phrase.cut(opening.end())
    if (quoted := quoted_title(phrase)) is not None:
        return quoted
    title = phrase.trimmed().text.strip()
    return title or None
