"""Days with a name: "christmas", "new year's eve", "thanksgiving", "easter", "4th of july" is a plain date."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.easter import easter

from .calendar import nth_weekday
from .tokens import Sentence


def _fixed(month: int, day: int) -> Callable[[int], date | None]:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, place: int, later: int = 0) -> Callable[[int], date | None]:
    def on(year: int) -> date | None:
        day = nth_weekday(year, month, weekday, place)
        return day + timedelta(days=later) if day else None

    return on


def _easter(later: int) -> Callable[[int], date | None]:
    return lambda year: easter(year) + timedelta(days=later) if 1583 <= year <= 4099 else None


HOLIDAYS: dict[tuple[str, ...], Callable[[int], date | None]] = {
    tuple(name.split()): rule
    for names, rule in (
        ("new year's day|new years day|new year's|new years|new year day", _fixed(1, 1)),
        ("new year's eve|new years eve|new year eve|nye", _fixed(12, 31)),
        ("mlk day|martin luther king day|martin luther king jr . day", _nth(1, 0, 3)),
        ("groundhog day", _fixed(2, 2)),
        ("valentine's day|valentines day|valentine's|valentines|valentine day|valentine", _fixed(2, 14)),
        ("presidents day|president's day|presidents ' day|washington's birthday", _nth(2, 0, 3)),
        ("st patrick's day|st . patrick's day|saint patrick's day|st paddy's day|st patricks day", _fixed(3, 17)),
        ("pi day", _fixed(3, 14)),
        ("april fools day|april fool's day|april fools|april fools ' day|april fool's", _fixed(4, 1)),
        ("tax day", _fixed(4, 15)),
        ("earth day", _fixed(4, 22)),
        ("cinco de mayo", _fixed(5, 5)),
        ("mother's day|mothers day|mothers ' day", _nth(5, 6, 2)),
        ("memorial day", _nth(5, 0, -1)),
        ("father's day|fathers day|fathers ' day", _nth(6, 6, 3)),
        ("juneteenth", _fixed(6, 19)),
        ("independence day", _fixed(7, 4)),
        ("labor day|labour day", _nth(9, 0, 1)),
        ("columbus day|indigenous peoples day", _nth(10, 0, 2)),
        ("boss's day|boss day", _fixed(10, 16)),
        ("halloween|halloween day|hallowe'en", _fixed(10, 31)),
        ("all saints day|all saints ' day", _fixed(11, 1)),
        ("guy fawkes day|guy fawkes night|bonfire night", _fixed(11, 5)),
        ("veterans day|veteran's day|veterans ' day|armistice day|remembrance day", _fixed(11, 11)),
        ("thanksgiving|thanksgiving day", _nth(11, 3, 4)),
        ("black friday", _nth(11, 3, 4, 1)),
        ("cyber monday", _nth(11, 3, 4, 4)),
        ("christmas eve|xmas eve", _fixed(12, 24)),
        ("christmas|christmas day|xmas|xmas day|x - mas", _fixed(12, 25)),
        ("boxing day", _fixed(12, 26)),
        ("shrove tuesday|mardi gras|pancake day", _easter(-47)),
        ("ash wednesday", _easter(-46)),
        ("palm sunday", _easter(-7)),
        ("maundy thursday|holy thursday", _easter(-3)),
        ("good friday", _easter(-2)),
        ("easter|easter sunday|easter day", _easter(0)),
        ("easter monday", _easter(1)),
        ("ascension day", _easter(39)),
        ("pentecost|whit sunday", _easter(49)),
        ("whit monday|pentecost monday", _easter(50)),
    )
    for name in names.split("|")
}
BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(HOLIDAYS, key=len, reverse=True):
    BY_FIRST.setdefault(_words[0], []).append(_words)


def named(s: Sentence, i: int) -> tuple[Callable[[int], date | None], int] | None:
    """The holiday whose name starts at `i`, as a function of the year."""
    for words in BY_FIRST.get(s.word(i), ()):
        end = s.phrase(i, words)
        if end is not None:
            return HOLIDAYS[words], end
    return None


def upcoming(holiday: Callable[[int], date | None], today: date) -> date | None:
    """The next one on or after today."""
    for year in range(today.year, min(today.year + 2, 9999) + 1):
        day = holiday(year)
        if day and day >= today:
            return day
    return None
