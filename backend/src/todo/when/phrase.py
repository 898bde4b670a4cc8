"""Phrases: pieces with the prepositions that lead to them, joined with their neighbours."""

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import lru_cache

from . import clock, dates, daypart, days, duration, edges, iso, offsets, repeat
from .calendar import MONTHS, weekday_from
from .hour import of as clock_of
from .merge import merge
from .moment import Span
from .numbers import integer
from .piece import Days, Hit, Piece
from .tokens import Sentence, words
from .vocabulary import may_start, tells

RULES = (
    iso.find,
    repeat.find,
    offsets.find,
    dates.find,
    dates.day_of_month,
    days.find,
    edges.find,
    daypart.find,
    clock.find,
)
LEADS = words(
    "on by at @ due for before until till from to the around starting beginning starts through thru "
    "after deadline til between sometime anytime"
)
LONG_LEADS = (
    ("not", "later", "than"),
    ("no", "later", "than"),
    ("with", "a", "deadline", "of"),
    ("same", "time"),
    ("some", "time"),
    ("due", "date", ":"),
    ("due", ":"),
    ("deadline", ":"),
    ("when", ":"),
    ("as", "of"),
)
BEFORE_DEADLINE = words("the a by with and final hard strict due")
MOST = 24
"""No sentence of a person has more; a hostile text must not make the later comparing of all with all slow."""
BETWEEN = (",", "on", "at", "in", "of", "the", "-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start` to `end` (exclusive) of a sentence, the words that lead to them included."""

    start: int
    end: int
    leads: frozenset[str]
    piece: Piece

    def span(self, s: Sentence) -> Span:
        start, end = s.at(self.start).start, s.at(self.end - 1).end
        return Span(start, end, s.text[start:end], "repeat" if self.piece.rule else "due")


def parsed(text: str, now: datetime) -> tuple[Sentence, tuple[Phrase, ...]]:
    """The sentence that `text` is when it is said at `now`, and its phrases."""
    return _parsed(text, now.replace(tzinfo=None), now.tzinfo, now.fold)


@lru_cache(maxsize=64)
def _parsed(text: str, local: datetime, zone: tzinfo | None, fold: int) -> tuple[Sentence, tuple[Phrase, ...]]:
    """Who reads commands asks for the same stretch of a sentence several times. Aware times of different zones may be
    equal, so the zone is a key of its own."""
    s = Sentence(text, local.replace(tzinfo=zone, fold=fold))
    return s, tuple(phrases(s))


def phrases(s: Sentence) -> list[Phrase]:
    """All phrases of a sentence, from left to right."""
    found: list[Phrase] = []
    if not tells(s):
        return found
    i = floor = 0
    while i < s.size and len(found) < MOST:
        phrase = _at(s, i, floor, found[-1] if found else None)
        if phrase is None:
            i += 1
            continue
        joined = _join(s, found[-1], phrase) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(phrase)
        i = floor = phrase.end
    return found


def _at(s: Sentence, i: int, floor: int, before: Phrase | None) -> Phrase | None:
    token = s.at(i)
    if token.kind == "opaque" or not may_start(s, i):
        return None
    near = before is not None and _gap(s, before.end, i)
    hit: Hit | None = None
    for rule in RULES:
        other = rule(s, i)
        if other and (hit is None or other[1] > hit[1]):
            hit = other
    if hit is None and near and before is not None:
        hit = _beside(s, i, before)
    if hit is None:
        hit = _hour_before(s, i)
    if hit is None or _runs_on(s, hit[1]):
        return None
    start = _lead(s, i, floor)
    first = i
    while first < hit[1] - 1 and s.word(first) in LEADS and s.word(first + 1) != "of":
        first += 1
    leads = frozenset(s.word(k) for k in range(start, first))
    return Phrase(start, hit[1], leads, hit[0])


def _lead(s: Sentence, i: int, floor: int) -> int:
    """Where the words that lead to the hit at `i` start: "due on", "no later than", the "in" of "in jan 12"."""
    start = i
    while start > floor and i - start < 4 and s.word(start - 1) in LEADS and not _is_thing(s, start - 1):
        start -= 1
    if start == i > floor and s.word(i - 1) == "in" and s.word(i) in MONTHS:
        start -= 1
    for lead in LONG_LEADS:
        if start - len(lead) >= floor and s.phrase(start - len(lead), lead):
            return start - len(lead)
    return start


def _is_thing(s: Sentence, i: int) -> bool:
    """Whether a "deadline" is what is due, and does not lead to the date: "the project deadline next monday"."""
    return s.word(i) == "deadline" and s.at(i - 1).kind == "word" and s.word(i - 1) not in BEFORE_DEADLINE


def _runs_on(s: Sentence, i: int) -> bool:
    """Whether the words before `i` are the start of something longer: "monday.com", "9th-grader", "5pm_backup"."""
    token, after = s.at(i), s.at(i + 1)
    if not token.glued:
        return False
    return token.kind in ("word", "figure") or (token.word in (".", "_") and after.glued and after.kind == "word")


def _beside(s: Sentence, i: int, before: Phrase) -> Hit | None:
    """What is a date word only after another one: "tomorrow MORNING", "february 22nd 3:30", "every day FOR 5 TIMES"."""
    if before.piece.rule:
        ending = _ending(s, i)
        if ending:
            return ending
    if before.piece.part is None:
        return daypart.beside_day(s, i)
    return None


def _ending(s: Sentence, i: int) -> Hit | None:
    j = s.skip(i, "for")
    count = integer(s, s.skip(j, "the"))
    if count and s.word(count[1]) in ("times", "occurrences", "repetitions"):
        return Piece(count=count[0]), count[1] + 1
    if j > i:
        amount = duration.find(s, s.skip(s.skip(j, "the"), "next"))
        if amount and not amount[0].seconds:
            return Piece(lasting=amount[0]), amount[1]
    return None


def _hour_before(s: Sentence, i: int) -> Hit | None:
    """A bare hour before what settles it: "8 tonight", "10, tonight", "9 tomorrow morning", "11 at night"."""
    number = integer(s, i)
    if number is None or not 1 <= number[0] <= 12 or s.at(i).glued:
        return None
    j = s.skip(number[1], ",")
    hour = clock_of(number[0])
    part = daypart.find(s, j)
    if part and part[0].part and hour:
        return Piece(days=part[0].days, clock=hour, part=part[0].part), part[1]
    day = days.find(s, j)
    part = daypart.beside_day(s, day[1]) if day else None
    if day and part and hour:
        return Piece(days=day[0].days, clock=hour, part=part[0].part), part[1]
    return None


def _gap(s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but punctuation and prepositions stands between two phrases."""
    return end - start <= 3 and all(s.word(k) in BETWEEN for k in range(start, end))


def _join(s: Sentence, first: Phrase, second: Phrase) -> Phrase | None:
    days = stretch(s, first, second)
    if days:
        return Phrase(first.start, second.end, first.leads, replace(first.piece, days=days))
    if not _gap(s, first.end, second.start):
        return None
    piece = merge(first.piece, second.piece, second.leads)
    return Phrase(first.start, second.end, first.leads | second.leads, piece) if piece else None


def stretch(s: Sentence, first: Phrase, second: Phrase) -> Days | None:
    """ "from monday to wednesday", "between today and friday", "saturday and sunday"; due when it starts."""
    start, end = first.piece.days, second.piece.days
    if (
        start is None
        or end is None
        or s.changes
        or first.piece.clock
        or second.piece.clock
        or first.piece.rule
        or second.piece.rule
    ):
        return None
    gap = [s.word(k) for k in range(first.end, second.start)]
    alike = start.grain == end.grain or "between" in first.leads
    both = gap in (["and"], ["or"], ["&"], ["/"]) and alike and not second.leads
    until = not gap and second.leads & {"to", "until", "till", "through", "thru"}
    if not (both or until or gap in (["-"], ["–"])):
        return None
    if end.grain == "weekday" and end.start < start.start:
        end = Days.of(weekday_from(start.start, end.start.weekday()))
    if end is None or end.end < start.start:
        return None
    return Days(start.start, end.end, start.due)
