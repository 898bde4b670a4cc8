"""How the offline assistant talks about tasks: short, in words people use, claims nothing a result does not say."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from todo.interpreter.plan import Filter
from todo.when import Moment, say, say_repeat

Json = dict[str, Any]


def bold(title: str) -> str:
    """A title as it is shown in a sentence; its own asterisks stay what they are."""
    return f"**{title.replace('*', '∗')}**"


def names(tasks: Sequence[Json], most: int = 5) -> str:
    """ "**a**, **b** and **c**", or with more than `most` "**a**, **b** and 7 more"."""
    titles = [bold(task["title"]) for task in tasks]
    if len(titles) > most:
        titles = [*titles[: most - 1], f"{len(titles) - most + 1} more"]
    return listed(titles)


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def facts(task: Json, now: datetime) -> list[str]:
    """What is set on a task beside its title and list: "due tomorrow (Tue 24 Nov)", "every week", "high priority"."""
    found = []
    if task["due"]:
        found.append(f"due {absolute(Moment.from_iso(task['due']), now)}")
    if task["repeat"]:
        found.append(say_repeat(task["repeat"]))
    if task["priority"] != "none":
        found.append(f"{task['priority']} priority")
    if task["tags"]:
        found.append(hashed(task["tags"]))
    if task["description"]:
        found.append("with a note")
    return found


def hashed(tags: Sequence[str]) -> str:
    return " ".join(f"#{tag}" for tag in tags)


def absolute(moment: Moment, now: datetime) -> str:
    """The date as people say it, and the calendar's date with it where those differ: "tomorrow 17:00 (Tue 24 Nov)"."""
    spoken = say(moment, now)
    calendar = _calendar(moment.date)
    return spoken if calendar in spoken else f"{spoken} ({calendar})"


def count(number: int, thing: str = "task") -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def described(wanted: Filter, now: datetime) -> str:
    """What a filter selects, after a number: "open tasks on your list **Work** due today (Mon 23 Nov)"."""
    finished = wanted.status == "done" and wanted.period is not None
    kind = "" if finished else {"done": "finished ", "all": ""}.get(wanted.status or "", "open ")
    parts = [f"{'overdue ' if wanted.overdue else kind}{'repeating ' if wanted.repeating else ''}tasks"]
    if wanted.priority:
        parts.append(f"of {wanted.priority} priority")
    if wanted.words:
        parts.append(f"about “{wanted.words}”")
    if wanted.list:
        parts.append("on no list" if wanted.list == "none" else f"on your list {bold(wanted.list)}")
    if wanted.tag:
        parts.append(f"tagged #{wanted.tag.removeprefix('#')}")
    if wanted.undated:
        parts.append("without a date")
    if wanted.period:
        span = _span(wanted.period.start, wanted.period.end, now)
        parts.append(f"{'finished' if finished else 'due'} {span}")
    return " ".join(parts)


def _span(first: date | None, last: date | None, now: datetime) -> str:
    if first and last:
        if first == last:
            return absolute(Moment(first), now)
        return f"{_calendar(first)} – {_calendar(last)}"
    if last:
        return f"by {absolute(Moment(last), now)}"
    return f"from {absolute(Moment(first), now)} on" if first else ""


def _calendar(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"
