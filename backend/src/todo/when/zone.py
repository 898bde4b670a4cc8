"""Local moments as instants. The rules for gaps and folds are those of PEP 495 and RFC 5545 section 3.3.5."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from .moment import Moment

ABBREVIATIONS = {
    name: zone
    for names, zone in (
        ("UTC GMT", "UTC"),
        ("ET EST EDT", "America/New_York"),
        ("CT CST CDT", "America/Chicago"),
        ("MT MST MDT", "America/Denver"),
        ("PT PST PDT", "America/Los_Angeles"),
        ("BST", "Europe/London"),
        ("CET CEST", "Europe/Paris"),
        ("IST", "Asia/Kolkata"),
        ("JST", "Asia/Tokyo"),
        ("AEST AEDT", "Australia/Sydney"),
    )
    for name in names.split()
}
"""As people use them: "EST" is the time in New York, in summer too."""
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


def elsewhere(local: datetime, zone: str, here: tzinfo) -> datetime:
    """The naive local time `here` when clocks in `zone` show `local`."""
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(here).replace(tzinfo=None, fold=0)


def existing(local: datetime, info: tzinfo) -> datetime:
    """A naive local time as the wall shows it: inside a gap it moves forward by the gap."""
    return local.replace(tzinfo=info, fold=0).astimezone(UTC).astimezone(info).replace(tzinfo=None, fold=0)
