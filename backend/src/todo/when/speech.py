"""Moments and rules in words for people: "today 17:00", "Fri 27 Nov", "every other Tuesday"."""

from datetime import date, datetime

from .calendar import plus_days
from .moment import Moment
from .rule import Rule

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNITS = {"MINUTELY": "minute", "HOURLY": "hour", "DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
PLACES = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last", -2: "second last"}


def say(moment: Moment, now: datetime) -> str:
    """ "today 17:00", "tomorrow", "Fri 27 Nov", "Mon 4 Jan 2027, 09:00"; the year is said when it is not this one."""
    clock = f"{moment.time:%H:%M}" if moment.time else ""
    today = now.date()
    near = {today: "today", plus_days(today, 1): "tomorrow", plus_days(today, -1): "yesterday"}.get(moment.date)
    if near:
        return f"{near} {clock}".strip()
    day = f"{WEEKDAYS[moment.date.weekday()][:3]} {moment.date.day} {MONTHS[moment.date.month - 1][:3]}"
    if moment.date.year != today.year:
        day += f" {moment.date.year:04d}"
    return f"{day}, {clock}" if clock else day


def say_repeat(rrule: str) -> str:
    """ "every other Tuesday", "every weekday", "every month on the 15th". Raises WhenError for an unreadable rule."""
    rule = Rule.parse(rrule)
    ending = ""
    if rule.count is not None:
        ending = f", {rule.count} times" if rule.count > 1 else ", once"
    elif rule.until is not None:
        ending = f" until {_date(rule.until)}"
    return _base(rule) + ending


def _base(rule: Rule) -> str:
    if rule.frequency == "WEEKLY" and rule.weekdays and rule.interval <= 2:
        return f"every {'other ' if rule.interval == 2 else ''}{_weekdays(rule.weekdays)}"
    unit = UNITS[rule.frequency]
    every = {1: f"every {unit}", 2: f"every other {unit}"}.get(rule.interval, f"every {rule.interval} {unit}s")
    if rule.frequency == "YEARLY" and len(rule.months) == 1 and len(rule.month_days) == 1:
        return f"{every} on {rule.month_days[0]} {MONTHS[rule.months[0] - 1]}"
    if rule.place is not None and rule.weekdays:
        every += f" on the {PLACES.get(rule.place, _ordinal(rule.place))} {_weekdays(rule.weekdays)}"
    elif rule.weekdays:
        every += f" on {_weekdays(rule.weekdays)}"
    if rule.month_days:
        every += " on the " + _and([_ordinal(day) if day > 0 else _from_end(day) for day in rule.month_days])
    if rule.months:
        every += " in " + _and([MONTHS[month - 1] for month in rule.months])
    return every


def _weekdays(days: tuple[int, ...]) -> str:
    named = {(0, 1, 2, 3, 4): "weekday", (5, 6): "weekend day"}.get(days)
    return named or _and([WEEKDAYS[day] for day in days])


def _from_end(day: int) -> str:
    return "last day" if day == -1 else f"{_ordinal(-day)} last day"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
