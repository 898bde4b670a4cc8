"""Read a sentence: which of its phrases say when, what moment they mean, and what is left without them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from . import daypart
from .calendar import plus_days
from .merge import merge
from .moment import Moment, Reading
from .occurrence import first_occurrence
from .phrase import Phrase, parsed
from .piece import Piece
from .rest import without
from .rule import Rule
from .tokens import Sentence
from .zone import elsewhere, existing

MIDNIGHT = time()
MORNING = 8
"""A written time from this hour on is a morning's: "9:30" is no evening, "7:30" may be one."""

DEADLINE = frozenset(("by", "due", "before", "until", "till", "deadline", "@"))
LIMITS = frozenset(("starting", "beginning", "from", "until", "till", "through", "thru", "for"))
OWNERS = frozenset(("the", "my", "our", "his", "her", "their", "your", "a", "an"))


def read(text: str, now: datetime) -> Reading:
    """What `text` says about time, said at `now` (aware, in the person's zone). Never raises; quotes stay unread."""
    s, found = parsed(text, now)
    ranked = sorted(found, key=lambda phrase: -weight(s, phrase))
    for index, phrase in enumerate(ranked):
        if not phrase.piece.meaningful() or (is_past(phrase) and phrase.end - phrase.start < s.size):
            continue
        chosen, piece = [phrase], phrase.piece
        for other in ranked[index + 1 :]:
            if complements(s, piece, other) and (joined := merge(piece, other.piece, other.leads)):
                chosen.append(other)
                piece = joined
        due = moment(s, piece)
        if due is None:
            continue
        spans = tuple(one.span(s) for one in sorted(chosen, key=lambda one: one.start))
        rule = whole_rule(s, piece)
        timed = piece.clock is not None or piece.part is not None
        return Reading(
            due, str(rule) if rule else None, without(text, spans), spans, piece.sure, piece.days is not None, timed
        )
    return Reading(None, None, without(text, ()))


def weight(s: Sentence, phrase: Phrase) -> int:
    """How likely a phrase says when the task is due; of equals the first counts."""
    before, total = s.word(phrase.start - 1), 0
    if phrase.piece.rule:
        total += 4
    if phrase.leads & DEADLINE:
        total += 2
    if (s.changes and "from" in phrase.leads) or s.phrase(phrase.start - 2, ("instead", "of")):
        total -= 3
    if not phrase.piece.sure:
        total -= 5
    if describes(s, phrase):
        total -= 6
    if before in ("than", "since"):
        total -= 3
    return total


def is_past(phrase: Phrase) -> bool:
    """ "yesterday", "last week", "3 days ago": said of what was, not of when a task is due."""
    return phrase.piece.days is not None and phrase.piece.days.grain == "past"


def describes(s: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase is part of a name: "the 5pm meeting", "friday's notes"."""
    if s.word(phrase.end - 1).endswith("'s"):
        return True
    owned = s.word(phrase.start - 1) in OWNERS or ("the" in phrase.leads and s.word(phrase.start) == "the")
    return owned and not s.closes(phrase.end)


def complements(s: Sentence, piece: Piece, other: Phrase) -> bool:
    """Whether a phrase elsewhere in the sentence adds what is missing: "call tomorrow about the roof at 5pm"."""
    more = other.piece
    if describes(s, other) or is_past(other) or piece.exact() or more.exact():
        return False
    if piece.rule and more.rule:
        return False
    if piece.rule and more.days:
        return piece.days is None and bool(other.leads & LIMITS)
    timed, dated = more.clock or more.part, more.days
    if (piece.days and dated) or (piece.clock and timed) or (piece.part and more.part):
        return False
    return bool(timed or dated)


def moment(s: Sentence, piece: Piece) -> Moment | None:
    """When that is, or next is; None outside the calendar."""
    local = s.now.replace(tzinfo=None)
    at = clock_time(piece, local)
    rule = _plain_rule(piece)
    if rule:
        start = datetime.combine(piece.days.start, local.time()) if piece.days and piece.days.start > s.today else local
        return first_occurrence(rule, start, at, local)
    day: date | None = piece.days.due if piece.days else s.today
    if at is None:
        return Moment(day, None) if piece.days and day else None
    zone = piece.clock.zone if piece.clock else None
    passed = _shown(s, s.today, at, zone).local() <= local
    if passed and (piece.days is None or (at == MIDNIGHT and day == s.today and piece.days.grain != "offset")):
        day = plus_days(s.today, 1)
    return _shown(s, day, at, zone) if day else None


def _shown(s: Sentence, day: date, at: time, zone: str | None) -> Moment:
    """As the person's wall shows it: a time that the clocks skip moves forward, one of another zone is converted."""
    local = datetime.combine(day, at)
    here = s.now.tzinfo or UTC
    try:
        local = elsewhere(local, zone, here) if zone else existing(local, here)
    except (OverflowError, ValueError):
        return Moment(day, at)
    return Moment(local.date(), local.time())


def clock_time(piece: Piece, local: datetime) -> time | None:
    """The time of day; "at 9" said in the afternoon, about today or no day, is nine in the evening, but "9:30" is
    tomorrow's."""
    if piece.clock is None:
        return piece.part.time if piece.part else None
    at = daypart.settle(piece.clock, piece.part)
    today = piece.rule is None and (piece.days is None or piece.days.due == local.date())
    morning = piece.clock.written and at.hour >= MORNING and piece.days is None
    if piece.clock.vague and not morning and piece.part is None and today and at.hour < 12 and at <= local.time():
        evening = at.replace(hour=at.hour + 12)
        return evening if evening > local.time() else at
    return at


def whole_rule(s: Sentence, piece: Piece) -> Rule | None:
    """The rule with what its neighbours add: "yearly" + "march 3", "weekly" + "friday", "daily" + "until june"."""
    rule = _plain_rule(piece)
    if rule is None:
        return None
    until = piece.until
    if piece.lasting:
        first = moment(s, piece)
        after = piece.lasting.from_day(first.date) if first else None
        until = plus_days(after, -1) if after else None
    return replace(rule, count=piece.count, until=None if piece.count else until)


def _plain_rule(piece: Piece) -> Rule | None:
    rule = piece.rule
    if rule is None:
        return None
    days = piece.days
    if days and days.start == days.end and not rule.weekdays and not rule.month_days:
        if rule.frequency == "WEEKLY" and days.grain == "weekday":
            rule = replace(rule, weekdays=(days.start.weekday(),))
        elif rule.frequency == "MONTHLY" and days.grain == "date":
            rule = replace(rule, month_days=(days.start.day,))
        elif rule.frequency == "YEARLY" and days.grain == "date":
            rule = replace(rule, month_days=(days.start.day,), months=(days.start.month,))
    return rule
