"""Stretches of the calendar: "this week", "next month", "the weekend", "in december", "end of october", "eom", "next 3 days"."""



from dataclasses import replace

from .calendar import MONTHS, day_of, month_end, plus_days, plus_months, week_start
from .dates import find as date_at
from .dates import closes, month_at, year_at
from .days import LAST, NEXT, THIS
from .days import find as day_at
from .piece import Days, Grain, Hit, Piece
from .tokens import Sentence

ABBREVIATED = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}
END_OF_DAY = ("eod", "eob", "cob")
SEASONS = {"spring": (3, 20), "summer": (6, 21), "autumn": (9, 23), "fall": (9, 23), "winter": (12, 21)}
BEFORE_MONTH = ("in", "by", "before", "until", "till", "during", "since", "after")
END, START, MIDDLE = ("end", "close", "last"), ("beginning", "start", "early"), ("middle", "mid")


def find(s: Sentence, i: int) -> Hit | None:
    found = _edge(s, i) or _stretch(s, i)
    if found is None:
        return None
    days, end = found
    return Piece(days=days), end


def stretch_at(s: Sentence, i: int) -> tuple[Days, int] | None:
    """A stretch with or without its "the": "next week", "the month", "december 2027"."""
    return _stretch(s, i)


def _edge(s: Sentence, i: int) -> tuple[Days, int] | None:
    """One end of a stretch: "by the end of next month", "eow", "end of the sunday", "mid october", "early next week"."""
    i = s.skip(s.skip(i, "by", "at", "before", "in", "around"), "the")
    if s.word(i) in END_OF_DAY:
        return _current(s, "day"), i + 1
    for words in (("end", "of", "business"), ("close", "of", "business"), ("close", "of", "play")):
        end = s.phrase(i, words)
        if end is not None:
            return _current(s, "day"), s.skip(end, "day")
    unit = ABBREVIATED.get(s.word(i))
    if unit:
        return _last(_current(s, unit)), i + 1
    word = s.word(i)
    if word not in END and word not in START and word not in MIDDLE:
        return None
    if word in ("early", "mid"):
        j = s.skip(i + 1, "-", "in")
    elif s.word(i + 1) == "of":
        j = i + 2
    else:
        return None
    found = _inner(s, j)
    if found is None:
        return None
    days, end = found
    if word in END:
        return _last(days), end
    if word in MIDDLE:
        middle = plus_days(days.start, (days.end - days.start).days // 2)
        return (Days(days.start, days.end, middle), end) if middle else None
    return Days(days.start, days.end, days.start), end


def _inner(s: Sentence, i: int) -> tuple[Days, int] | None:
    j = s.skip(i, "the", "this")
    if s.word(j) in ("day", "week", "month", "quarter", "year", "work", "business"):
        k = j + 1 if s.word(j) in ("work", "business") and s.word(j + 1) in ("day", "week") else j
        return (_current(s, s.word(k)), k + 1) if s.word(k) in ("day", "week", "month", "quarter", "year") else None
    found = _stretch(s, i) or _month(s, j)
    if found:
        return found
    hit = day_at(s, i)
    return (hit[0].days, hit[1]) if hit and hit[0].days else None


def _last(days: Days) -> Days:
    return Days(days.start, days.end, days.end, "eod" if days.grain == "eod" else "date")


def _stretch(s: Sentence, i: int) -> tuple[Days, int] | None:
    start = i
    i = s.skip(i, "in", "during", "over", "within", "sometime", "later")
    introduced = i > start
    i = s.skip(i, "the")
    relation, j = "", i
    if s.word(j) in LAST and s.word(j + 1) in ("week", "weekend", "month", "quarter", "year"):
        return _past(s, s.word(j + 1), j + 2)
    while s.word(j) in NEXT or s.word(j) in THIS or s.word(j) in ("current", "rest"):
        if s.word(j) == "rest":
            k = s.skip(s.skip(j + 1, "of"), "the")
            return _rest_of(s, k)
        relation = "next" if s.word(j) in NEXT else "this"
        j += 1
    unit = s.word(j)
    if unit == "weekend":
        alone = not relation and i == start and s.word(i - 1) not in ("on", "at", "for", "by", "before", "until", "till")
        return None if alone and not closes(s, j + 1) else _weekend(s, relation, j + 1)
    if unit == "week" and s.word(j + 1) == "-" and s.word(j + 2) == "end":
        return _weekend(s, relation, j + 3)
    if unit in ("week", "month", "quarter", "year"):
        return _unit(s, unit, relation, i, j + 1)
    if relation or s.word(i - 1) in BEFORE_MONTH or i > start or s.word(i) in MONTHS:
        introduced = introduced or s.word(i - 1) in BEFORE_MONTH
        return _month(s, j, relation, introduced) or _season(s, j, introduced or relation != "")
    return None


def _unit(s: Sentence, unit: str, relation: str, i: int, end: int) -> tuple[Days, int] | None:
    if not relation:
        if unit in ("week", "month", "year") and s.phrase(end, ("after", "next")):
            return _shifted(s, unit, 2, end + 2)
        dated = date_at(s, end + 1) if unit == "week" and s.word(end) == "of" else None
        if dated and dated[0].days:
            start = week_start(dated[0].days.start)
            last = plus_days(start, 6)
            return (Days(start, last, dated[0].days.start, "week"), dated[1]) if last else None
        return None
    return _shifted(s, unit, 1 if relation == "next" else 0, end)


def _shifted(s: Sentence, unit: str, count: int, end: int) -> tuple[Days, int] | None:
    current = _current(s, unit)
    if not count:
        return current, end
    grain = current.grain
    if unit == "week":
        start = plus_days(current.start, 7 * count)
        last = plus_days(start, 6) if start else None
    else:
        size = {"month": 1, "quarter": 3, "year": 12}[unit]
        start = plus_months(current.start, size * count)
        after = plus_months(start, size) if start else None
        last = plus_days(after, -1) if after else None
    return (Days(start, last, start, grain), end) if start and last else None


def _past(s: Sentence, unit: str, end: int) -> tuple[Days, int] | None:
    if unit == "weekend":
        saturday = plus_days(week_start(s.today), -2)
        sunday = plus_days(week_start(s.today), -1)
        return (Days(saturday, sunday, saturday, "past"), end) if saturday and sunday else None
    found = _shifted(s, unit, -1, end)
    return (replace(found[0], grain="past"), end) if found else None


def _current(s: Sentence, unit: str) -> Days:
    """The stretch that today is in; a task for it is due at its end, for a week on its Friday while that is ahead."""
    today = s.today
    if unit == "day":
        return Days(today, today, today, "eod")
    if unit == "week":
        start = week_start(today)
        end = plus_days(start, 6) or today
        friday = plus_days(start, 4) or today
        return Days(start, end, friday if today <= friday else end, "week")
    size, grain = {"month": (1, "month"), "quarter": (3, "month"), "year": (12, "year")}[unit]
    month = 1 if unit == "year" else today.month - (today.month - 1) % size
    start = today.replace(month=month, day=1)
    last = month_end(start.replace(month=month + size - 1))
    kind: Grain = "year" if grain == "year" else "month"
    return Days(start, last, last, kind)


def _rest_of(s: Sentence, i: int) -> tuple[Days, int] | None:
    i = s.skip(i, "this")
    if s.word(i) not in ("day", "week", "month", "year"):
        return None
    current = _current(s, s.word(i))
    return Days(s.today, current.end, current.end), i + 1


def _weekend(s: Sentence, relation: str, end: int) -> tuple[Days, int] | None:
    """Saturday and Sunday; on a Sunday "this weekend" is that day."""
    saturday = plus_days(week_start(s.today), 5 if relation != "next" else 12)
    if s.phrase(end, ("after", "next")):
        saturday, end = plus_days(week_start(s.today), 12), end + 2
    sunday = plus_days(saturday, 1) if saturday else None
    if saturday is None or sunday is None:
        return None
    return Days(saturday, sunday, max(saturday, s.today), "week"), end


def _month(s: Sentence, i: int, relation: str = "", introduced: bool = True) -> tuple[Days, int] | None:
    """ "december", "december 2027", "next march", "march after next"; bare only with a year or a preposition."""
    month = month_at(s, i)
    if month is None or not s.at(i).text[:1].isalpha():
        return None
    number, end = month
    year = year_at(s, end)
    dated = date_at(s, i)
    if dated and dated[1] > end and not year:
        return None
    if year:
        first, end = day_of(year[0], number, 1), year[1]
    elif s.phrase(end, ("after", "next")):
        first, end = day_of(s.today.year + (1 if number > s.today.month else 2), number, 1), end + 2
    elif relation or introduced:
        ahead = number < s.today.month or relation == "next" and number == s.today.month
        later = 1 if ahead or s.phrase(end, ("next", "year")) else 0
        end = s.phrase(end, ("next", "year")) or end
        first = day_of(s.today.year + later, number, 1)
    else:
        return None
    if first is None:
        return None
    last = month_end(first)
    return Days(first, last, last if first < s.today <= last else first, "month"), end


def _season(s: Sentence, i: int, introduced: bool) -> tuple[Days, int] | None:
    if s.word(i) not in SEASONS or not introduced or s.word(i - 1) in ("a", "an"):
        return None
    month, day = SEASONS[s.word(i)]
    year = s.today.year
    start = day_of(year, month, day)
    if start and start < s.today:
        start = day_of(year + 1, month, day)
    after = plus_months(start, 3) if start else None
    return (Days(start, after, start, "month"), i + 1) if start and after else None


