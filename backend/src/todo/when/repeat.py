"""Words for repetition: "every other tuesday", "each month on the 15th", "once a week"."""

from dataclasses import replace

from . import adverb, daypart, monthly, weekly, yearly
from .calendar import WEEKDAYS
from .duration import unit_at
from .monthly import detailed, month_days, place_at
from .numbers import integer, ordinal
from .piece import Hit, Piece
from .rule import Frequency, Rule
from .tokens import Sentence
from .weekly import WEEKEND, WORKDAYS, weekday_list, with_part

EVERY = ("every", "each", "evry", "ever")
FREQUENCIES: dict[str, Frequency] = {
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
HALVES = {"hour": Rule("MINUTELY", 30), "year": Rule("MONTHLY", 6)}
AFTER_DONE = (("after", "completion"), ("after", "completing"), ("after", "i", "finish"), ("after", "it", "is", "done"))


def find(s: Sentence, i: int) -> Hit | None:
    hit = _every(s, i) or weekly.find(s, i) or adverb.find(s, i) or _of_every_month(s, i) or _once(s, i)
    if hit is None:
        return None
    piece, end = hit
    for words in AFTER_DONE:
        end = s.phrase(end, words) or end
    return piece, end


def _every(s: Sentence, i: int) -> Hit | None:
    if s.word(i) not in EVERY:
        return None
    j = s.skip(s.phrase(i + 1, ("and", "every")) or i + 1, "!", "single")
    interval, j = _interval(s, j)
    weekdays = weekday_list(s, j)
    if weekdays:
        of = s.phrase(weekdays[1], ("of", "the", "month")) or s.phrase(weekdays[1], ("of", "each", "month"))
        if of and interval <= 5:
            return Piece(rule=Rule("MONTHLY", weekdays=weekdays[0], place=interval)), of
        return with_part(s, Rule("WEEKLY", interval, weekdays[0]), weekdays[1])
    if s.word(j) in daypart.PARTS and interval == 1:
        return Piece(rule=Rule("DAILY"), part=daypart.PARTS[s.word(j)]), j + 1
    return monthly.every(s, j) or _every_unit(s, j, interval) or yearly.every(s, j)


def _interval(s: Sentence, i: int) -> tuple[int, int]:
    """ "other" is 2, "3" and "third" 3; an ordinal only before a unit or weekday ("every 15th" is a date)."""
    if s.word(i) in ("other", "alternate"):
        return 2, i + 1
    for words, count in ((("couple", "of"), 2), (("couple",), 2), (("few",), 3)):
        end = s.phrase(i, words)
        if end is not None:
            return count, end
    number = integer(s, i)
    if number and s.word(number[1]) == "of":
        return 1, i
    if number is None:
        place = ordinal(s, i)
        number = place if place and place[0] > 1 and (s.word(place[1]) in WEEKDAYS or unit_at(s, place[1])) else None
        if number and s.word(number[1]) == "day" and s.word(number[1] + 1) == "of":
            number = None
    return number if number and 1 <= number[0] <= 999 else (1, i)


def _every_unit(s: Sentence, i: int, interval: int) -> Hit | None:
    if s.word(i) in ("weekday", "weekdays"):
        return with_part(s, Rule("WEEKLY", interval, WORKDAYS), i + 1)
    if s.word(i) in ("weekend", "weekends"):
        return with_part(s, Rule("WEEKLY", interval, WEEKEND), i + 1)
    week_day = s.phrase(i, ("week", "day")) or s.phrase(i, ("week", "-", "day"))
    if week_day:
        return with_part(s, Rule("WEEKLY", interval, WORKDAYS), week_day)
    half = s.word(i) == "half"
    unit = unit_at(s, s.skip(s.skip(i, "half"), "a", "an", "-"))
    if unit is None:
        return None
    name, factor, end = unit
    if half:
        halved = HALVES.get(name)
        return (Piece(rule=halved), end) if halved else None
    if name == "day" and s.word(end) in ("except", "but"):
        without = weekday_list(s, s.skip(end + 1, "on", "for"))
        if without:
            kept = tuple(day for day in range(7) if day not in without[0])
            return with_part(s, Rule("WEEKLY", 1, kept), without[1])
    if name == "workday":
        return with_part(s, Rule("WEEKLY", interval, WORKDAYS), end)
    frequency = FREQUENCIES.get(name)
    return detailed(s, Rule(frequency, interval * factor), end) if frequency else None


def _of_every_month(s: Sentence, i: int) -> Hit | None:
    """ "the 15th of every month", "first monday of each month", "last day of every month", "2nd friday monthly"."""
    j = s.skip(s.skip(i, "on", "at", "by"), "the")
    for found in (
        place_at(s, j),
        month_days(s, j),
        (Rule("MONTHLY", month_days=(-1,)), j + 1) if s.word(j) == "end" else None,
    ):
        if found is None:
            continue
        details, end = found
        if s.word(end) == "monthly":
            return Piece(rule=details if isinstance(details, Rule) else Rule("MONTHLY", month_days=details)), end + 1
        k = s.skip(s.skip(end, "of"), "each", "every")
        if k > end and s.word(k - 1) in ("each", "every"):
            interval, k = _interval(s, k)
            if s.word(k) in ("month", "months"):
                if isinstance(details, Rule):
                    return Piece(rule=replace(details, interval=interval)), k + 1
                return Piece(rule=Rule("MONTHLY", interval, month_days=details)), k + 1
    return None


def _once(s: Sentence, i: int) -> Hit | None:
    """ "once a week", "once every two months"."""
    if s.word(i) != "once":
        return None
    if s.word(i + 1) in EVERY:
        return _every(s, i + 1)
    if s.word(i + 1) in adverb.ADVERBS:
        return adverb.find(s, i + 1)
    unit = unit_at(s, i + 2) if s.word(i + 1) in ("a", "per") else None
    if unit is None or unit[0] not in FREQUENCIES:
        return None
    return detailed(s, Rule(FREQUENCIES[unit[0]], unit[1]), unit[2])
