"""Local moments as instants. The rules for gaps and folds are those of PEP 495 and RFC 5545 section 3.3.5."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from .moment import Moment

FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def instant(moment: Moment, zone: str) -> datetime:
    """The UTC instant of a moment; for a date alone the start of the next local day, when it becomes overdue.

    A time that the clocks skip is read with the offset from before the gap, so it moves forward by the gap. Of a time
    that comes twice it is the first. Raises zoneinfo.ZoneInfoNotFoundError for an unknown zone.
    """
    if moment.time is None:
        try:
            local = datetime.combine(moment.date, datetime.min.time()) + timedelta(days=1)
        except OverflowError:
            return LAST
    else:
        local = datetime.combine(moment.date, moment.time)
    try:
        return local.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)
    except OverflowError:
        return LAST if local.year > 1 else FIRST


def existing(local: datetime, info: tzinfo) -> datetime:
    """A naive local time as the wall shows it: inside a gap it moves forward by the gap."""
    return local.replace(tzinfo=info, fold=0).astimezone(UTC).astimezone(info).replace(tzinfo=None, fold=0)
