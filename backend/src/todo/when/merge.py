"""Two pieces as one: "tuesday" + "next week", "tomorrow" + "at 9", "weekly" + "friday", "daily" + "until june"."""

from dataclasses import replace

from .calendar import plus_days, week_start, weekday_from
from .piece import Days, Grain, Piece

WIDTH: dict[Grain, int] = {"weekday": 0, "eod": 1, "past": 1, "date": 1, "offset": 2, "week": 3, "month": 4, "year": 5}


def merge(first: Piece, second: Piece, leads: frozenset[str] = frozenset()) -> Piece | None:
    """Both as one, or None when they contradict each other."""
    if (first.exact() and second.clock) or (second.exact() and first.clock):
        return None
    if (first.clock and second.clock) or (first.part and second.part and first.part != second.part):
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
    return Piece(
        found,
        first.clock or second.clock,
        first.part or second.part,
        rule,
        first.sure or second.sure,
        count,
        until,
        first.lasting or second.lasting,
    )


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
