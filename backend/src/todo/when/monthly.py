"""Days of a month that repeat: "every 15th", "every last friday", "monthly on the 1st and 15th"."""

from dataclasses import replace

from .calendar import MONTHS, WEEKDAYS
from .numbers import ordinal
from .piece import Hit, Piece
from .rule import Rule
from .tokens import Sentence
from .weekly import WORKDAYS, weekday_list, with_part


def every(s: Sentence, i: int) -> Hit | None:
    """ "every 15th of the month", "every last friday", "every end of month"."""
    for words in (("end", "of", "month"), ("end", "of", "the", "month"), ("month", "end"), ("month", "-", "end")):
        end = s.phrase(i, words)
        if end is not None:
            return Piece(rule=Rule("MONTHLY", month_days=(-1,))), end
    place = place_at(s, i)
    if place and not (place[0].month_days and s.word(place[1]) != "of"):
        return Piece(rule=place[0]), _of_month(s, place[1])
    days = month_days(s, i)
    if days is None:
        return None
    month = s.skip(s.skip(days[1], "of"), "the")
    if s.word(month) in MONTHS:
        return None
    end = _of_month(s, days[1])
    return (Piece(rule=Rule("MONTHLY", month_days=days[0])), end) if end > days[1] or s.closes(end) else None


def detailed(s: Sentence, rule: Rule, i: int) -> Hit:
    """What narrows a unit: "every month on the 1st and 15th", "weekly on mon and fri"."""
    j = s.skip(s.skip(i, ","), "on")
    if rule.frequency == "WEEKLY":
        weekdays = weekday_list(s, j)
        if weekdays:
            return with_part(s, replace(rule, weekdays=weekdays[0]), weekdays[1])
    if rule.frequency == "MONTHLY":
        place = place_at(s, s.skip(j, "the"))
        if place:
            return Piece(
                rule=replace(rule, weekdays=place[0].weekdays, place=place[0].place, month_days=place[0].month_days)
            ), place[1]
        days = month_days(s, s.skip(j, "the"))
        if days:
            return Piece(rule=replace(rule, month_days=days[0])), days[1]
    return with_part(s, rule, i)


def place_at(s: Sentence, i: int) -> tuple[Rule, int] | None:
    """ "first monday", "last friday", "last day", "last weekday" of a month."""
    place = (-1, i + 1) if s.word(i) == "last" else ordinal(s, i)
    if place is None or place[0] > 5:
        return None
    number, j = place
    if s.word(j) in WEEKDAYS:
        return Rule("MONTHLY", weekdays=(WEEKDAYS[s.word(j)],), place=number), j + 1
    if s.word(j) == "weekday" or (s.word(j) in ("business", "working") and s.word(j + 1) == "day"):
        return Rule("MONTHLY", weekdays=WORKDAYS, place=number), j + 1 if s.word(j) == "weekday" else j + 2
    if s.word(j) == "day":
        return Rule("MONTHLY", month_days=(number,)), j + 1
    return None


def month_days(s: Sentence, i: int) -> tuple[tuple[int, ...], int] | None:
    """ "15th", "1st and 15th", "1st, 10th and 20th"."""
    days: list[int] = []
    end = i
    while len(days) < 31:
        day = ordinal(s, s.skip(i, "the")) or _numbered(s, i)
        if day is None or not 1 <= day[0] <= 31:
            break
        days.append(day[0])
        end = s.skip(day[1], "day")
        i = s.skip(s.skip(end, ","), "and", "&")
        if i == end:
            break
    return (tuple(sorted(set(days))), end) if days else None


def _numbered(s: Sentence, i: int) -> tuple[int, int] | None:
    """ "day 5", the 5 of "5 of the month"."""
    number = s.digits(i + 1) if s.word(i) == "day" else None
    if number is not None:
        return number, i + 2
    number = s.digits(i) if s.word(i + 1) == "of" and s.word(i + 2) in ("month", "the", "each", "every") else None
    return (number, i + 1) if number is not None else None


def _of_month(s: Sentence, i: int) -> int:
    for article in ("the", "each", "every", "a"):
        end = s.phrase(i, ("of", article, "month"))
        if end is not None:
            return end
    return s.phrase(i, ("of", "month")) or i
