"""Weekdays that repeat: "mondays", "tuesdays and thursdays", "weekends", "friday mornings", "mon-fri"."""

from . import daypart
from .calendar import PLURAL_WEEKDAYS, WEEKDAYS
from .numbers import integer
from .piece import Hit, Piece
from .rule import Rule
from .tokens import Sentence

WORKDAYS: tuple[int, ...] = (0, 1, 2, 3, 4)
WEEKEND: tuple[int, ...] = (5, 6)


def find(s: Sentence, i: int) -> Hit | None:
    """ "mondays", "tuesdays and thursdays", "weekends", "friday mornings", "mornings", "mon-fri"."""
    word = s.word(i)
    if integer(s, i - 1):
        return None
    if word in ("weekdays", "workdays"):
        return with_part(s, Rule("WEEKLY", weekdays=WORKDAYS), i + 1)
    if word in ("weekends",):
        return with_part(s, Rule("WEEKLY", weekdays=WEEKEND), i + 1)
    if word in daypart.TIMES and s.word(i - 1) not in ("two", "three", "few", "of", "good"):
        return Piece(rule=Rule("DAILY"), part=daypart.TIMES[word]), i + 1
    if word in ("weekday", "weekend") and s.word(i + 1) in daypart.TIMES:
        both = WORKDAYS if word == "weekday" else WEEKEND
        return Piece(rule=Rule("WEEKLY", weekdays=both), part=daypart.TIMES[s.word(i + 1)]), i + 2
    weekdays = weekday_list(s, i)
    if weekdays is None:
        return None
    days, end = weekdays
    plural = any(s.word(k) in PLURAL_WEEKDAYS for k in range(i, end))
    if s.word(end) in daypart.TIMES:
        return Piece(rule=Rule("WEEKLY", weekdays=days), part=daypart.TIMES[s.word(end)]), end + 1
    listed = len(days) >= 3 and not any(s.word(k) == "to" for k in range(i, end))
    if plural or listed or (s.word(i + 1) in ("-", "–", "through", "thru") and len(days) > 1):
        return with_part(s, Rule("WEEKLY", weekdays=days), end)
    return None


def weekday_list(s: Sentence, i: int) -> tuple[tuple[int, ...], int] | None:
    """ "monday", "mon, wed and fri", "tuesdays & thursdays", "monday to friday"."""
    found: list[int] = []
    end = i
    while len(found) < 7:
        day = WEEKDAYS.get(s.word(i), PLURAL_WEEKDAYS.get(s.word(i)))
        if day is None:
            break
        if found and s.word(i - 1) in ("-", "–", "to", "through", "thru"):
            last = found[-1]
            found.extend((last + step) % 7 for step in range(1, (day - last) % 7))
        found.append(day)
        end = i + 1
        if s.word(end) == "." and s.at(end).glued and s.at(end + 1).kind != "end":
            end += 1
        i = s.skip(end, ",", "/", "-", "–", "to", "through", "thru", "&", "and", "or")
        i = s.skip(i, "and", "or", "on", "every")
        if i == end:
            break
    return (tuple(sorted(set(found))), end) if found else None


def with_part(s: Sentence, rule: Rule, end: int) -> Hit:
    """A part of the day right after: "every monday morning", "every weekday evening"."""
    part = daypart.PARTS.get(s.word(end)) or daypart.TIMES.get(s.word(end))
    return (Piece(rule=rule, part=part), end + 1) if part else (Piece(rule=rule), end)
