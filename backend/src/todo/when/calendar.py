"""Names of months and weekdays, and the arithmetic of days. A day outside the calendar is None, no exception."""

from calendar import monthrange
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
PLURAL_WEEKDAYS = {name + "s": number for name, number in WEEKDAYS.items() if name.endswith("day")}
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""RFC 5545 section 3.3.10, in the order of `date.weekday()`."""


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def plus_days(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def plus_months(start: date, months: int) -> date | None:
    """The same day so many months on, or the last day of a month that is too short."""
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= years <= 9999:
        return None
    return date(years, month + 1, min(start.day, monthrange(years, month + 1)[1]))


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def week_start(day: date) -> date:
    """The Monday of its week (ISO 8601)."""
    return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))


def weekday_from(day: date, weekday: int) -> date | None:
    """The first such weekday on or after `day`."""
    return plus_days(day, (weekday - day.weekday()) % 7)


def weekday_after(day: date, weekday: int) -> date | None:
    """The first such weekday later than `day`."""
    return plus_days(day, (weekday - day.weekday() - 1) % 7 + 1)


def nth_weekday(year: int, month: int, weekday: int, place: int) -> date | None:
    """The first (1), second (2) … or last (-1) such weekday of a month; None for a fifth that is not there."""
    first = day_of(year, month, 1)
    if first is None:
        return None
    if place < 0:
        last = month_end(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-place - 1))
    day = weekday_from(first, weekday)
    day = plus_days(day, 7 * (place - 1)) if day else None
    return day if day and day.month == month else None


def next_month_day(today: date, month: int, day: int) -> date | None:
    """The next such date on or after today; 29 February waits for a leap year."""
    for year in range(today.year, today.year + 9):
        found = day_of(year, month, day)
        if found and found >= today:
            return found
    return None


def next_day_of_month(today: date, day: int) -> date | None:
    """The next such day of a month on or after today, passing over months that are too short."""
    for months in range(3):
        first = plus_months(today.replace(day=1), months)
        found = day_of(first.year, first.month, day) if first else None
        if found and found >= today:
            return found
    return None
