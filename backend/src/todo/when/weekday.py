"""Weekdays: "friday", "next tue", "this coming monday", "friday week", "monday after next", and "friday 23"."""

from datetime import date

from .calendar import MONTHS, WEEKDAYS, day_of, plus_days, plus_months, week_start, weekday_after, weekday_from
from .numbers import ordinal
from .piece import Days, Hit, Piece
from .tokens import Sentence, words

DOUBTFUL = words("sun sat wed mon")
NEXT = ("next", "nxt", "following")
THIS = ("this", "coming", "upcoming")
LAST = ("last", "past", "previous")
FOLLOWING = words("at @ morning afternoon evening night , .")
EVIDENCE = words("on by next this every until till before due from to for @ last coming after since")


def find(s: Sentence, i: int) -> Hit | None:
    """ "friday", "next tue", "this coming monday", "friday week", "monday after next", "friday 23", "mon."."""
    relation, j = "", i
    i = i + 1 if s.word(i) == "this" and s.word(i + 1) in LAST else i
    if s.word(i) in LAST and s.word(i + 1) in WEEKDAYS:
        days = Days.of(_day(s.today, WEEKDAYS[s.word(i + 1)], "last"), "past")
        return (Piece(days=days), i + 2) if days else None
    while j - i < 3 and (s.word(j) in NEXT or s.word(j) in THIS):
        relation = "next" if s.word(j) in NEXT else "this" if s.word(j) == "this" else "coming"
        j += 1
    weekday = WEEKDAYS.get(possessive(s, j))
    if weekday is None or (s.at(j).glued and s.at(j - 1).kind in ("word", "figure")):
        return None
    end = j + 1
    if s.word(end) == "." and s.at(end).glued and s.at(end + 1).kind != "end" and not s.word(j).endswith("day"):
        end += 1
    numbered = _with_number(s, weekday, end)
    if numbered:
        return numbered
    if s.phrase(end, ("after", "next")):
        day = weekday_after(s.today, weekday)
        return _piece(plus_days(day, 7) if day else None, end + 2)
    day = _day(s.today, weekday, relation)
    if s.word(end) == "week" and s.word(end + 1) not in ("after", "of"):
        return _piece(plus_days(day, 7) if day else None, end + 1)
    days = Days.of(day, "date" if relation == "next" else "weekday")
    if days is None or (s.word(end - 1) in DOUBTFUL and not relation and not _evident(s, i, end)):
        return None
    return Piece(days=days, sure=s.word(end - 1) not in DOUBTFUL or relation != "" or s.word(i - 1) in EVIDENCE), end


def _day(today: date, weekday: int, relation: str) -> date | None:
    """Bare: strictly later than today. "this": today counts. "next": in the week that starts next Monday."""
    if relation == "next":
        monday = plus_days(week_start(today), 7)
        return plus_days(monday, weekday) if monday else None
    if relation == "last":
        return plus_days(today, -((today.weekday() - weekday - 1) % 7 + 1))
    return weekday_from(today, weekday) if relation == "this" else weekday_after(today, weekday)


def _with_number(s: Sentence, weekday: int, i: int) -> Hit | None:
    """ "friday 23", "tuesday the eleventh": the next such day that is that weekday."""
    j = s.skip(s.skip(i, ","), "the")
    day = ordinal(s, j)
    if day is None and j == i and s.digits(i) is not None and not s.at(i).glued:
        day = int(s.word(i)), i + 1
    if day is None or not 1 <= day[0] <= 31 or not s.closes(day[1]) or s.word(day[1]) in ("of", ":"):
        return None
    first = s.today.replace(day=1)
    for months in range(15):
        month = plus_months(first, months)
        found = day_of(month.year, month.month, day[0]) if month else None
        if found and found >= s.today and found.weekday() == weekday:
            return _piece(found, day[1])
    return None


def _evident(s: Sentence, i: int, end: int) -> bool:
    """Whether an abbreviation that is also a word ("sat", "sun") can be a weekday here: "on sat", "lunch sun"."""
    before, after = s.word(i - 1), s.at(end)
    if before in EVIDENCE:
        return True
    if before in ("the", "a", "my", "in", "some", "more", "of"):
        return False
    if after.kind == "figure":
        return not after.glued
    return after.kind == "end" or after.word in FOLLOWING or after.word in MONTHS


def possessive(s: Sentence, i: int) -> str:
    """The word at `i` without its "'s"."""
    return s.word(i).removesuffix("'s")


def _piece(day: date | None, end: int) -> Hit | None:
    days = Days.of(day)
    return (Piece(days=days), end) if days else None
