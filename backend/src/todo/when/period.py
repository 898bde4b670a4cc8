"""The days that a listing asks for: "this week", "next 3 days", "before friday", "after the 5th"."""

from datetime import datetime

from .calendar import plus_days
from .moment import Period
from .phrase import Phrase, parsed
from .rest import without

BEFORE, AFTER = frozenset(("before",)), frozenset(("after", "since"))
UNTIL = frozenset(("by", "until", "till", "through", "thru"))
FROM = frozenset(("from", "starting", "beginning"))


def read_period(text: str, now: datetime) -> tuple[Period | None, str]:
    """The days that `text` names, and the text without those words; (None, text) when it names none. Never raises."""
    s, found = parsed(text, now)
    dated = [phrase for phrase in found if phrase.piece.days is not None and phrase.piece.rule is None]
    if not dated:
        return None, text.strip()
    first = dated[0]
    return _period(first), without(text, (first.span(s),))


def _period(phrase: Phrase) -> Period:
    days = phrase.piece.days
    assert days is not None  # noqa: S101 - the caller has filtered
    timed = phrase.piece.clock is not None or phrase.piece.part is not None
    if phrase.leads & BEFORE:
        ends = timed or days.due == days.end > days.start
        return Period(None, days.end if ends else plus_days(days.start, -1))
    if phrase.leads & AFTER and days.grain != "offset":
        return Period(days.start if timed else plus_days(days.end, 1), None)
    if phrase.leads & UNTIL:
        return Period(None, days.end)
    if phrase.leads & FROM and days.start == days.end and not timed:
        return Period(days.start, None)
    return Period(days.start, days.end)
