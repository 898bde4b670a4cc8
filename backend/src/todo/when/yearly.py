"""Dates that come back every year: "every march 3", "every 3rd of march", "every christmas", "every january"."""

from datetime import date, timedelta

from . import dates
from .calendar import MONTHS
from .holidays import named
from .piece import Hit, Piece
from .rule import Rule
from .tokens import Sentence


def every(s: Sentence, i: int) -> Hit | None:
    """ "every march 3", "every 3rd of march", "every christmas", "every january"."""
    holiday = named(s, i)
    if holiday:
        rule = _pattern([day for year in range(2001, 2031) if (day := holiday[0](year))])
        return (Piece(rule=rule), holiday[1]) if rule else None
    hit = dates.find(s, i) if s.at(i).kind == "word" or s.at(i).kind == "figure" else None
    if hit and hit[0].days:
        day = hit[0].days.start
        return Piece(rule=Rule("YEARLY", months=(day.month,), month_days=(day.day,))), hit[1]
    if s.word(i) in MONTHS and s.closes(i + 1):
        return Piece(rule=Rule("YEARLY", months=(MONTHS[s.word(i)],), month_days=(1,))), i + 1
    return None


def _pattern(days: list[date]) -> Rule | None:
    """The rule that a holiday's days follow: a date, or the nth weekday of a month; None for easter and its like."""
    months = {day.month for day in days}
    if len(months) > 1:
        return None
    month = (months.pop(),)
    if len({day.day for day in days}) == 1:
        return Rule("YEARLY", months=month, month_days=(days[0].day,))
    if len({day.weekday() for day in days}) > 1:
        return None
    weekday = (days[0].weekday(),)
    places = {(day.day - 1) // 7 + 1 for day in days}
    if len(places) == 1:
        return Rule("YEARLY", months=month, weekdays=weekday, place=places.pop())
    is_last = all((day + timedelta(days=7)).month != day.month for day in days)
    return Rule("YEARLY", months=month, weekdays=weekday, place=-1) if is_last else None
