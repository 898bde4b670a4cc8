"""Words for repetition: "every other tuesday", "each month on the 15th", "weekends", "daily", "the first monday of every month"."""

from dataclasses import replace
from datetime import date, timedelta

from . import dates, daypart
from .calendar import MONTHS, PLURAL_WEEKDAYS, WEEKDAYS
from .duration import unit_at
from .holidays import named
from .numbers import integer, ordinal
from .piece import Hit, Piece
from .rule import Frequency, Rule
from .tokens import Sentence

WORKDAYS, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
EVERY = ("every", "each", "evry", "ever")
FREQUENCIES: dict[str, Frequency] = {
    "second": "MINUTELY",
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
ADVERBS = {
    "hourly": Rule("HOURLY"),
    "daily": Rule("DAILY"),
    "everyday": Rule("DAILY"),
    "weekly": Rule("WEEKLY"),
    "biweekly": Rule("WEEKLY", 2),
    "fortnightly": Rule("WEEKLY", 2),
    "monthly": Rule("MONTHLY"),
    "bimonthly": Rule("MONTHLY", 2),
    "quarterly": Rule("MONTHLY", 3),
    "semiannually": Rule("MONTHLY", 6),
    "biannually": Rule("MONTHLY", 6),
    "bianually": Rule("MONTHLY", 6),
    "yearly": Rule("YEARLY"),
    "annually": Rule("YEARLY"),
    "anually": Rule("YEARLY"),
    "biennially": Rule("YEARLY", 2),
}
HALVES = {"hour": Rule("MINUTELY", 30), "year": Rule("MONTHLY", 6)}
REMINDERS = frozenset("reminder reminders task tasks todo todos alarm alarms chore chores habit habits".split())
AFTER_DONE = (("after", "completion"), ("after", "completing"), ("after", "i", "finish"), ("after", "it", "is", "done"))


def find(s: Sentence, i: int) -> Hit | None:
    hit = _every(s, i) or _plural(s, i) or _adverb(s, i) or _of_every_month(s, i) or _once(s, i)
    if hit is None:
        return None
    piece, end = hit
    for words in AFTER_DONE:
        end = s.phrase(end, words) or end
    return piece, end


def _every(s: Sentence, i: int) -> Hit | None:
    if s.word(i) not in EVERY:
        return None
    j = s.skip(i + 1, "!", "single")
    interval, j = _interval(s, j)
    weekdays = weekday_list(s, j)
    if weekdays:
        of = s.phrase(weekdays[1], ("of", "the", "month")) or s.phrase(weekdays[1], ("of", "each", "month"))
        if of and interval <= 5:
            return Piece(rule=Rule("MONTHLY", weekdays=weekdays[0], place=interval)), of
        return _with_part(s, Rule("WEEKLY", interval, weekdays[0]), weekdays[1])
    if s.word(j) in daypart.PARTS and interval == 1:
        return Piece(rule=Rule("DAILY"), part=daypart.PARTS[s.word(j)]), j + 1
    return _every_place(s, j) or _every_unit(s, j, interval) or _every_date(s, i, j)


def _interval(s: Sentence, i: int) -> tuple[int, int]:
    """ "other" is 2, "3" and "third" 3; an ordinal counts only before a unit or weekday, since "every 15th" is a date."""
    if s.word(i) in ("other", "alternate"):
        return 2, i + 1
    for words, count in ((("couple", "of"), 2), (("couple",), 2), (("few",), 3)):
        end = s.phrase(i, words)
        if end is not None:
            return count, end
    number = integer(s, i)
    if number is None:
        place = ordinal(s, i)
        number = place if place and place[0] > 1 and (s.word(place[1]) in WEEKDAYS or unit_at(s, place[1])) else None
        if number and s.word(number[1]) == "day" and s.word(number[1] + 1) == "of":
            number = None
    return number if number and 1 <= number[0] <= 999 else (1, i)


def _every_unit(s: Sentence, i: int, interval: int) -> Hit | None:
    if s.word(i) in ("weekday", "weekdays"):
        return _with_part(s, Rule("WEEKLY", interval, WORKDAYS), i + 1)
    if s.word(i) in ("weekend", "weekends"):
        return _with_part(s, Rule("WEEKLY", interval, WEEKEND), i + 1)
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
            return _with_part(s, Rule("WEEKLY", 1, kept), without[1])
    if name == "workday":
        return _with_part(s, Rule("WEEKLY", interval, WORKDAYS), end)
    return _detail(s, Rule(FREQUENCIES[name], interval * factor), end)


def _detail(s: Sentence, rule: Rule, i: int) -> Hit:
    """What narrows a unit: "every month on the 1st and 15th", "every 2 weeks on mon and fri", "monthly on the last friday"."""
    j = s.skip(s.skip(i, ","), "on")
    if rule.frequency == "WEEKLY":
        weekdays = weekday_list(s, j)
        if weekdays:
            return _with_part(s, replace(rule, weekdays=weekdays[0]), weekdays[1])
    if rule.frequency == "MONTHLY":
        place = _place(s, s.skip(j, "the"))
        if place:
            return Piece(rule=replace(rule, weekdays=place[0].weekdays, place=place[0].place, month_days=place[0].month_days)), place[1]
        days = _month_days(s, s.skip(j, "the"))
        if days:
            return Piece(rule=replace(rule, month_days=days[0])), days[1]
    return _with_part(s, rule, i)


def _place(s: Sentence, i: int) -> tuple[Rule, int] | None:
    """ "first monday", "last friday", "last day", "last weekday" of a month."""
    place = (-1, i + 1) if s.word(i) == "last" else ordinal(s, i)
    if place is None or place[0] > 5:
        return None
    number, j = place
    if s.word(j) in WEEKDAYS:
        return Rule("MONTHLY", weekdays=(WEEKDAYS[s.word(j)],), place=number), j + 1
    if s.word(j) == "weekday" or s.word(j) in ("business", "working") and s.word(j + 1) == "day":
        return Rule("MONTHLY", weekdays=WORKDAYS, place=number), j + 1 if s.word(j) == "weekday" else j + 2
    if s.word(j) == "day":
        return Rule("MONTHLY", month_days=(number,)), j + 1
    return None


def _month_days(s: Sentence, i: int) -> tuple[tuple[int, ...], int] | None:
    """ "15th", "1st and 15th", "1st, 10th and 20th"."""
    days: list[int] = []
    end = i
    while len(days) < 31:
        day = ordinal(s, s.skip(i, "the"))
        if day is None or not 1 <= day[0] <= 31:
            break
        days.append(day[0])
        end = s.skip(day[1], "day")
        i = s.skip(s.skip(end, ","), "and", "&")
        if i == end:
            break
    return (tuple(sorted(set(days))), end) if days else None


def _every_place(s: Sentence, i: int) -> Hit | None:
    """ "every 15th of the month", "every last friday", "every end of month"."""
    for words in (("end", "of", "month"), ("end", "of", "the", "month"), ("month", "end"), ("month", "-", "end")):
        end = s.phrase(i, words)
        if end is not None:
            return Piece(rule=Rule("MONTHLY", month_days=(-1,))), end
    place = _place(s, i)
    if place and not (place[0].month_days and s.word(place[1]) != "of"):
        return Piece(rule=place[0]), _of_month(s, place[1])
    days = _month_days(s, i)
    if days is None:
        return None
    month = s.skip(s.skip(days[1], "of"), "the")
    if s.word(month) in MONTHS:
        return None
    end = _of_month(s, days[1])
    return (Piece(rule=Rule("MONTHLY", month_days=days[0])), end) if end > days[1] or dates.closes(s, end) else None


def _of_month(s: Sentence, i: int) -> int:
    for article in ("the", "each", "every", "a"):
        end = s.phrase(i, ("of", article, "month"))
        if end is not None:
            return end
    return i


def _every_date(s: Sentence, i: int, j: int) -> Hit | None:
    """ "every march 3", "every 3rd of march", "every christmas", "every january"."""
    holiday = named(s, j)
    if holiday:
        rule = _yearly([day for year in range(2001, 2031) if (day := holiday[0](year))])
        return (Piece(rule=rule), holiday[1]) if rule else None
    hit = dates.find(s, j) if s.at(j).kind == "word" or s.at(j).kind == "figure" else None
    if hit and hit[0].days:
        day = hit[0].days.start
        return Piece(rule=Rule("YEARLY", months=(day.month,), month_days=(day.day,))), hit[1]
    if s.word(j) in MONTHS and dates.closes(s, j + 1):
        return Piece(rule=Rule("YEARLY", months=(MONTHS[s.word(j)],), month_days=(1,))), j + 1
    return None


def _yearly(days: list[date]) -> Rule | None:
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


def _plural(s: Sentence, i: int) -> Hit | None:
    """ "mondays", "tuesdays and thursdays", "weekends", "friday mornings", "mornings", "mon-fri"."""
    word = s.word(i)
    if word in ("weekdays", "workdays"):
        return _with_part(s, Rule("WEEKLY", weekdays=WORKDAYS), i + 1)
    if word in ("weekends",):
        return _with_part(s, Rule("WEEKLY", weekdays=WEEKEND), i + 1)
    if word in daypart.TIMES and s.word(i - 1) not in ("two", "three", "few", "of", "good"):
        return Piece(rule=Rule("DAILY"), part=daypart.TIMES[word]), i + 1
    if word in ("weekday", "weekend") and s.word(i + 1) in daypart.TIMES:
        days = WORKDAYS if word == "weekday" else WEEKEND
        return Piece(rule=Rule("WEEKLY", weekdays=days), part=daypart.TIMES[s.word(i + 1)]), i + 2
    weekdays = weekday_list(s, i)
    if weekdays is None:
        return None
    days, end = weekdays
    plural = any(s.word(k) in PLURAL_WEEKDAYS for k in range(i, end))
    if s.word(end) in daypart.TIMES:
        return Piece(rule=Rule("WEEKLY", weekdays=days), part=daypart.TIMES[s.word(end)]), end + 1
    if plural or s.word(i + 1) in ("-", "–", "through", "thru") and len(days) > 1:
        return _with_part(s, Rule("WEEKLY", weekdays=days), end)
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


def _with_part(s: Sentence, rule: Rule, end: int) -> Hit:
    """A part of the day right after: "every monday morning", "every weekday evening"."""
    part = daypart.PARTS.get(s.word(end)) or daypart.TIMES.get(s.word(end))
    return (Piece(rule=rule, part=part), end + 1) if part else (Piece(rule=rule), end)


def _adverb(s: Sentence, i: int) -> Hit | None:
    """ "weekly", "on a daily basis"; before a noun it describes that ("the weekly report"), save "a daily reminder"."""
    j = i
    if s.word(i) in ("on", "a"):
        j = s.skip(s.skip(i, "on"), "a")
    prefix = s.word(j) in ("bi", "semi") and s.word(j + 1) == "-"
    word = s.word(j) + s.word(j + 2) if prefix else s.word(j)
    end = j + 3 if prefix else j + 1
    if word == "nightly":
        return (Piece(rule=Rule("DAILY"), part=daypart.PARTS["night"]), end) if dates.closes(s, end) else None
    rule = ADVERBS.get(word)
    if rule is None:
        return None
    if s.word(end) == "basis" and j > i:
        return Piece(rule=rule), end + 1
    if s.word(end) in REMINDERS:
        return Piece(rule=rule), end
    if s.word(j - 1) in ("the", "my", "our", "a", "this"):
        return None
    if j > i or not _adverbial(s, end) and word != "everyday":
        return None
    return _detail(s, rule, end)


def _adverbial(s: Sentence, i: int) -> bool:
    return dates.closes(s, i) or s.word(i) in ("at", "on", "about", "that", "starting", "beginning", "my", "the", "until") or (
        s.at(i).kind == "figure" or s.word(i) in WEEKDAYS or s.word(i) in PLURAL_WEEKDAYS
    )


def _of_every_month(s: Sentence, i: int) -> Hit | None:
    """ "the 15th of every month", "first monday of each month", "last day of every month", "march 3 every year"."""
    j = s.skip(s.skip(i, "on", "at", "by"), "the")
    for found in (_place(s, j), _month_days(s, j), (Rule("MONTHLY", month_days=(-1,)), j + 1) if s.word(j) == "end" else None):
        if found is None:
            continue
        details, end = found
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
    unit = unit_at(s, i + 2) if s.word(i + 1) in ("a", "per") else None
    if unit is None or unit[0] not in FREQUENCIES:
        return None
    return _detail(s, Rule(FREQUENCIES[unit[0]], unit[1]), unit[2])
