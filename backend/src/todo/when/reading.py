"""Read a sentence: which of its phrases say when, what moment they mean, and what is left without them."""

from datetime import datetime, timedelta
from dataclasses import replace

from . import daypart
from .dates import closes
from .moment import Moment, Reading, Span
from .occurrence import first_occurrence
from .phrase import Phrase, merge, phrases
from .piece import Piece
from .rest import without
from .rule import Rule
from .tokens import Sentence

DEADLINE = frozenset(("by", "due", "before", "until", "till", "deadline", "@"))
OWNERS = frozenset(("the", "my", "our", "his", "her", "their", "your", "a", "an"))


def read(text: str, now: datetime) -> Reading:
    """What `text` says about time, said at `now` (aware, in the person's zone). Never raises; quoted text is not read."""
    s = Sentence(text, now)
    found = phrases(s)
    ranked = sorted(found, key=lambda phrase: -weight(s, phrase))
    for index, phrase in enumerate(ranked):
        if not phrase.piece.meaningful():
            continue
        chosen, piece = [phrase], phrase.piece
        for other in ranked[index + 1 :]:
            if complements(s, piece, other) and (joined := merge(piece, other.piece, other.leads)):
                chosen.append(other)
                piece = joined
        due = moment(s, piece)
        if due is None:
            continue
        spans = tuple(_span(s, one, piece) for one in sorted(chosen, key=lambda one: one.start))
        rule = whole_rule(s, piece)
        timed = piece.clock is not None or piece.part is not None
        return Reading(due, str(rule) if rule else None, without(text, spans), spans, piece.sure, piece.days is not None, timed)
    return Reading(None, None, without(text, ()))


def weight(s: Sentence, phrase: Phrase) -> int:
    """How likely a phrase says when the task is due; of equals the first counts."""
    before, total = s.word(phrase.start - 1), 0
    if phrase.piece.rule:
        total += 4
    if phrase.leads & DEADLINE:
        total += 2
    if "from" in phrase.leads or s.phrase(phrase.start - 2, ("instead", "of")):
        total -= 3
    if not phrase.piece.sure:
        total -= 5
    if describes(s, phrase):
        total -= 6
    if before in ("than", "since"):
        total -= 3
    return total


def describes(s: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase is part of a name: "the 5pm meeting", "friday's notes"."""
    if s.word(phrase.end - 1).endswith("'s"):
        return True
    owned = s.word(phrase.start - 1) in OWNERS or "the" in phrase.leads and s.word(phrase.start) == "the"
    return owned and not closes(s, phrase.end)


def complements(s: Sentence, piece: Piece, other: Phrase) -> bool:
    """Whether a phrase elsewhere in the sentence adds what is missing: "call tomorrow about the roof at 5pm"."""
    more = other.piece
    if describes(s, other) or piece.exact() or more.exact():
        return False
    if more.rule or piece.rule and more.days:
        return bool(more.days is None or piece.rule is None)
    timed, dated = more.clock or more.part, more.days
    if piece.days and dated or piece.clock and timed or piece.part and more.part:
        return False
    return bool(timed or dated)


def moment(s: Sentence, piece: Piece) -> Moment | None:
    """When that is, or next is; None outside the calendar."""
    local = s.now.replace(tzinfo=None)
    at = daypart.settle(piece.clock, piece.part) if piece.clock else piece.part.time if piece.part else None
    rule = whole_rule(s, piece)
    if rule:
        start = datetime.combine(piece.days.start, local.time()) if piece.days and piece.days.start > s.today else local
        return first_occurrence(rule, start, at, local)
    if piece.days:
        day = piece.days.due
        if piece.days.grain == "offset" and piece.clock:
            return Moment(day, at)
        return Moment(day, at)
    if at is None:
        return None
    if datetime.combine(s.today, at) > local or piece.clock is None and at.hour > local.hour:
        return Moment(s.today, at)
    try:
        return Moment(s.today + timedelta(days=1), at)
    except OverflowError:
        return None


def whole_rule(s: Sentence, piece: Piece) -> Rule | None:
    """The rule with what its neighbours add: "yearly" + "march 3", "weekly" + "friday", "daily" + "until june"."""
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
    return replace(rule, count=piece.count, until=None if piece.count else piece.until)


def _span(s: Sentence, phrase: Phrase, piece: Piece) -> Span:
    start, end = s.at(phrase.start).start, s.at(phrase.end - 1).end
    return Span(start, end, s.text[start:end], "repeat" if phrase.piece.rule else "due")
