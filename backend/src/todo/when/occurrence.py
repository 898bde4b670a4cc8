"""The moments of a recurrence rule, counted in local time: 09:00 stays 09:00 when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, YEARLY, rrule

from .moment import Moment
from .rule import Rule
from .zone import instant

FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
HORIZON_YEARS = 12
"""How far a rule of interval 1 is followed: leap days lie up to 8 years apart, and an impossible date must end it."""


def next_occurrence(rrule: str, due: Moment, zone: str, after: datetime) -> Moment | None:
    """The first occurrence later than `due` and after `after` (aware), or None when the rule has ended.

    `due` is the first occurrence, from which INTERVAL and COUNT run. Without a time the next one is on a later local
    day than `after`. Raises WhenError for an unreadable rule, zoneinfo.ZoneInfoNotFoundError for an unknown zone.
    """
    rule = Rule.parse(rrule)
    try:
        local = after.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except OverflowError:
        return None
    if due.time is None:
        floor = max(due.local(), datetime.combine(local.date(), time()))
    else:
        # A day back, for a wall clock turned back shows an hour twice; the loop below compares instants.
        floor = max(due.local(), _plus(local, -1))
    for occurrence in _occurrences(rule, _nearer(rule, due.local(), floor), floor):
        moment = Moment(occurrence.date(), None if due.time is None else occurrence.time())
        if due.time is None or instant(moment, zone) > after.astimezone(UTC):
            return moment
    return None


def first_occurrence(rule: Rule, start: datetime, at: time | None, now: datetime) -> Moment | None:
    """The earliest moment on or after `start` that fits the rule and is not past; all naive and local."""
    if rule.frequency in ("HOURLY", "MINUTELY"):
        step = timedelta(hours=rule.interval) if rule.frequency == "HOURLY" else timedelta(minutes=rule.interval)
        try:
            there = (max(start, now) + step).replace(second=0, microsecond=0)
        except OverflowError:
            return None
        return Moment(there.date(), there.time())
    begin = datetime.combine(start.date(), at or time())
    if at is not None and begin <= now:
        begin = datetime.combine(_plus(now, 1 if datetime.combine(now.date(), at) <= now else 0).date(), at)
    # With an interval of 1, for the first occurrence is what the interval is counted from.
    once = Rule(rule.frequency, 1, rule.weekdays, rule.month_days, rule.place, rule.months)
    found = next(_occurrences(once, begin, begin, inclusive=True), None)
    return Moment(found.date(), at) if found else None


def _plus(local: datetime, days: int) -> datetime:
    try:
        return local + timedelta(days=days)
    except OverflowError:
        return local


def _nearer(rule: Rule, start: datetime, floor: datetime) -> datetime:
    """A later start with the same occurrences after `floor`, so that missed years need no walking through."""
    if rule.count is not None or rule.frequency not in ("DAILY", "WEEKLY") or rule.month_days or rule.months:
        return start
    step = timedelta(days=rule.interval * (7 if rule.frequency == "WEEKLY" else 1))
    return start + step * max(0, (floor - start) // step - 1)


def _occurrences(rule: Rule, start: datetime, floor: datetime, *, inclusive: bool = False) -> Iterator[datetime]:
    """Those later than `floor` (or at it), in order; the last ones are where the calendar ends, with year 9999."""
    try:
        yield from _expand(rule, start, floor).xafter(floor, inc=inclusive)
    except (ValueError, OverflowError):
        return


def _expand(rule: Rule, start: datetime, floor: datetime) -> rrule:
    year = min(9999, max(start, floor).year + HORIZON_YEARS * rule.interval)
    last = datetime.combine(date(year, 12, 31), time.max)
    until = min(last, datetime.combine(rule.until, time.max)) if rule.until else last
    return rrule(
        FREQUENCIES[rule.frequency],
        dtstart=start,
        interval=rule.interval,
        byweekday=[WEEKDAYS[day] for day in rule.weekdays] or None,
        bymonthday=rule.month_days or None,
        bysetpos=rule.place,
        bymonth=rule.months or None,
        count=rule.count,
        until=None if rule.count else until,
    )
