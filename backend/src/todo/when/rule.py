"""A recurrence rule (RFC 5545 section 3.3.10), of the parts that tasks use, in one canonical spelling."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from todo.errors import WhenError

from .calendar import CODES

Frequency = Literal["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]
LEAP_YEAR = 2000
HINT = 'Try "every day", "every other tuesday", "every month on the 15th" or "FREQ=WEEKLY;BYDAY=MO".'


@dataclass(frozen=True, slots=True)
class Rule:
    """`str(rule)` is its canonical form. `weekdays` count from Monday 0; `until` is the last local day included."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    place: int | None = None
    months: tuple[int, ...] = ()
    count: int | None = None
    until: date | None = None

    def __str__(self) -> str:
        parts = [f"FREQ={self.frequency}"]
        if self.interval != 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.weekdays:
            parts.append("BYDAY=" + ",".join(CODES[day] for day in self.weekdays))
        if self.month_days:
            parts.append("BYMONTHDAY=" + ",".join(map(str, self.month_days)))
        if self.place is not None:
            parts.append(f"BYSETPOS={self.place}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append("UNTIL=" + self.until.isoformat().replace("-", ""))
        return ";".join(parts)

    def possible(self) -> bool:
        """Whether some month of the rule has one of its days; "30 February" would be searched for in vain."""
        if not self.month_days or not self.months:
            return True
        longest = max(monthrange(LEAP_YEAR, month)[1] for month in self.months)
        return any(abs(day) <= longest for day in self.month_days)

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read an RRULE. Raises WhenError for what tasks cannot do, and says what they can."""
        fields = dict(_field(part) for part in text.strip().upper().removeprefix("RRULE:").split(";") if part)
        frequency = fields.pop("FREQ", "")
        if frequency not in get_args(Frequency) or frequency in ("MINUTELY", "HOURLY"):
            raise WhenError(f"Tasks repeat by day, week, month or year, not {frequency or 'without FREQ'}. {HINT}")
        rule = cls(frequency=frequency)  # type: ignore[arg-type]
        for name, value in fields.items():
            rule = _with(rule, name, value)
        if rule.count is not None and rule.until is not None:
            raise WhenError("COUNT and UNTIL cannot both end a repetition (RFC 5545). Keep one of them.")
        if not rule.possible():
            raise WhenError(f"“{rule}” names a day that none of its months has. {HINT}")
        return rule


def _field(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip(), value.strip()


def _with(rule: Rule, name: str, value: str) -> Rule:
    try:
        match name:
            case "INTERVAL":
                return replace(rule, interval=_within(int(value), 1, 999))
            case "COUNT":
                return replace(rule, count=_within(int(value), 1, 9999))
            case "UNTIL":
                return replace(rule, until=date(int(value[:4]), int(value[4:6]), int(value[6:8])))
            case "BYMONTHDAY":
                return replace(rule, month_days=_sorted(value, -31, 31))
            case "BYMONTH":
                return replace(rule, months=_sorted(value, 1, 12))
            case "BYSETPOS":
                return replace(rule, place=_within(int(value), -5, 5))
            case "BYDAY":
                return _with_weekdays(rule, value)
            case "WKST":
                return rule
    except (ValueError, IndexError):
        raise WhenError(f"`{name}={value}` is no valid part of a repetition. {HINT}") from None
    raise WhenError(f"Tasks do not know `{name}` in a repetition. {HINT}")


def _with_weekdays(rule: Rule, value: str) -> Rule:
    """`MO,WE`, or `1MO` / `-1FR`, which is kept as BYDAY and BYSETPOS."""
    names = [name.strip() for name in value.split(",")]
    days = tuple(sorted({CODES.index(name[-2:]) for name in names}))
    places = {name[:-2] for name in names}
    if places == {""}:
        return replace(rule, weekdays=days)
    if len(names) > 1:
        raise ValueError(value)
    return replace(rule, weekdays=days, place=_within(int(places.pop()), -5, 5))


def _sorted(value: str, low: int, high: int) -> tuple[int, ...]:
    """From the start of the month first, then those from its end ("-1")."""
    numbers = {_within(int(item), low, high) for item in value.split(",")}
    return tuple(sorted(numbers, key=lambda number: (number < 0, number)))


def _within(number: int, low: int, high: int) -> int:
    if not low <= number <= high or number == 0:
        raise ValueError(number)
    return number
