"""Moving a due date by an amount: "by an hour", "two days later", "a week earlier", "back 30 minutes"."""

from datetime import datetime, timedelta

from . import duration
from .duration import Duration
from .moment import Moment
from .tokens import Sentence, words

FORWARD = words("later after more further forward ahead out on by another for push postpone delay snooze back")
BACK = words("earlier sooner before less up bring")
AROUND = words("to be it the same time , . then please move")


def shift(expression: str, due: Moment, now: datetime) -> Moment | None:
    """`due` moved by what `expression` says; None when it names no amount, or leaves the calendar.

    Hours and minutes added to a date alone start at its midnight when it is not today, else at `now`.
    """
    s = Sentence(expression, now)
    amount: Duration | None = None
    direction = 1
    said = False
    i = 0
    while i < s.size:
        word = s.word(i)
        found = duration.find(s, i) if amount is None else None
        if found:
            said = said or word == "another"
            amount, i = found
            continue
        if word in BACK:
            direction, said = -1, True
        elif word in FORWARD:
            said = True
        elif word not in AROUND:
            return None
        i += 1
    if amount is None or not said:
        return None
    return _moved(due, amount if direction > 0 else -amount, now)


def _moved(due: Moment, amount: Duration, now: datetime) -> Moment | None:
    day = amount.from_day(due.date)
    if day is None:
        return None
    if not amount.seconds:
        return Moment(day, due.time)
    clock = due.time
    if clock is None:
        clock = now.time().replace(second=0, microsecond=0) if due.date == now.date() else datetime.min.time()
    try:
        there = datetime.combine(day, clock) + timedelta(seconds=amount.seconds)
    except OverflowError:
        return None
    return Moment(there.date(), there.time().replace(second=0))
