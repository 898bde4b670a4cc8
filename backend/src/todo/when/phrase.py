"""Neighbouring pieces joined to one phrase: "tuesday" + "next week", "tomorrow" + "morning" + "at 9", "weekly" + "on friday"."""

from dataclasses import dataclass, replace

from . import clock, dates, daypart, days, duration, iso, offsets, repeat, weeks
from .calendar import plus_days, week_start, weekday_from
from .numbers import integer
from .piece import Days, Grain, Hit, Piece
from .tokens import Sentence

RULES = (iso.find, repeat.find, offsets.find, dates.find, dates.day_of_month, days.find, weeks.find, daypart.find, clock.find)
LEADS = frozenset(
    "on by at @ due for before until till from to the around starting beginning starts through thru after deadline til".split()
)
BETWEEN = (",", "on", "at", "in", "of", "the", "-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start` to `end` (exclusive) of a sentence, the words that lead to them included."""

    start: int
    end: int
    leads: frozenset[str]
    piece: Piece


def phrases(s: Sentence) -> list[Phrase]:
    """All phrases of a sentence, from left to right."""
    found: list[Phrase] = []
    i = floor = 0
    while i < s.size:
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
    if token.kind == "opaque":
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
    if hit is None or s.at(hit[1]).glued and s.at(hit[1]).kind in ("word", "figure"):
        return None
    start = i
    while start > floor and i - start < 4 and s.word(start - 1) in LEADS:
        start -= 1
    if start - 2 >= floor and s.word(start - 1) == "time" and s.word(start - 2) in ("same", "this"):
        start -= 2
    first = i
    while first < hit[1] - 1 and s.word(first) in LEADS and s.word(first + 1) != "of":
        first += 1
    leads = frozenset(s.word(k) for k in range(start, first))
    return Phrase(start, hit[1], leads, hit[0])


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
    hour = clock.of(number[0])
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
    if not _gap(s, first.end, second.start):
        return None
    piece = merge(first.piece, second.piece, second.leads)
    return Phrase(first.start, second.end, first.leads | second.leads, piece) if piece else None


def merge(first: Piece, second: Piece, leads: frozenset[str] = frozenset()) -> Piece | None:
    """Both as one, or None when they contradict each other."""
    if first.exact() and second.clock or second.exact() and first.clock:
        return None
    if first.clock and second.clock or first.part and second.part and first.part != second.part:
        return None
    rule = first.rule or second.rule
    found = first.days
    until, count = first.until or second.until, first.count or second.count
    if first.rule and second.rule:
        if first.rule.frequency != second.rule.frequency or first.rule.weekdays or second.rule.interval != 1:
            return None
        rule = replace(second.rule, interval=first.rule.interval)
    if second.days and rule and not first.days:
        if leads & {"until", "till", "through", "thru"}:
            until = second.days.end
        elif leads & {"for"} and second.days.grain == "offset":
            until = plus_days(second.days.end, -1)
        else:
            found = second.days
    elif first.days and second.days:
        found = narrow(first.days, second.days)
        if found is None:
            return None
    else:
        found = first.days or second.days
    return Piece(found, first.clock or second.clock, first.part or second.part, rule, first.sure or second.sure, count, until, first.lasting or second.lasting)


WIDTH: dict[Grain, int] = {"weekday": 0, "eod": 1, "past": 1, "date": 1, "offset": 2, "week": 3, "month": 4, "year": 5}


def narrow(first: Days, second: Days) -> Days | None:
    """One day of two mentions: "tuesday, 10 january", "tuesday of next week", "in 3 days on friday"."""
    if "eod" in (first.grain, second.grain):
        return second if first.grain == "eod" else first
    small, large = sorted((first, second), key=lambda days: WIDTH[days.grain])
    if small.grain != "weekday" or large.grain == "weekday":
        return None
    if large.grain == "date":
        return large
    weekday = small.start.weekday()
    if large.grain == "week":
        return Days.of(plus_days(week_start(large.start), weekday))
    if large.grain == "offset" and (large.start - small.start).days < 7:
        return small
    return Days.of(weekday_from(large.start, weekday))

