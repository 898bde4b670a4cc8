"""The days that a listing asks for: "this week", "next 3 days", "before friday", "after the 5th", "from monday to wednesday"."""

from datetime import datetime

from .calendar import plus_days
from .moment import Period, Span
from .phrase import Phrase, phrases
from .rest import without
from .tokens import Sentence

BEFORE, AFTER = frozenset(("before",)), frozenset(("after", "since"))
UNTIL = frozenset(("by", "until", "till", "through", "thru"))
FROM = frozenset(("from", "starting", "beginning"))


def read_period(text: str, now: datetime) -> tuple[Period | None, str]:
    """The days that `text` names, and the text without those words; (None, text) when it names none. Never raises."""
    s = Sentence(text, now)
    dated = [phrase for phrase in phrases(s) if phrase.piece.days is not None and phrase.piece.rule is None]
    if not dated:
        return None, text.strip()
    first = dated[0]
    period = _period(s, first)
    used = [first]
    if len(dated) > 1 and _joined(s, first, dated[1]):
        period = _between(s, period, _period(s, dated[1]))
        used.append(dated[1])
    spans = tuple(_span(s, phrase) for phrase in used)
    return period, without(text, spans)


def _joined(s: Sentence, first: Phrase, second: Phrase) -> bool:
    """ "from monday to wednesday", "between today and friday", "today and tomorrow"."""
    gap = [s.word(k) for k in range(first.end, second.start)]
    return gap in ([], ["and"], ["-"], ["–"], ["or"]) and bool(gap or second.leads & {"to", "until", "till", "through", "thru"})


def _between(s: Sentence, first: Period, second: Period) -> Period:
    start = first.start
    end = second.end
    if start and end and end < start:
        return Period(end, start)
    return Period(start, end)


def _period(s: Sentence, phrase: Phrase) -> Period:
    days = phrase.piece.days
    assert days is not None  # noqa: S101 - the caller has filtered
    if phrase.leads & BEFORE:
        return Period(None, plus_days(days.start, -1))
    if phrase.leads & AFTER and days.grain != "offset":
        return Period(plus_days(days.end, 1), None)
    if phrase.leads & UNTIL:
        return Period(None, days.end)
    if phrase.leads & FROM:
        return Period(days.start, None)
    if days.grain == "offset" and "within" in phrase.leads:
        return Period(s.today, days.end)
    return Period(days.start, days.end)


def _span(s: Sentence, phrase: Phrase) -> Span:
    start, end = s.at(phrase.start).start, s.at(phrase.end - 1).end
    return Span(start, end, s.text[start:end], "due")

