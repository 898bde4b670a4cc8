"""How the offline assistant talks about tasks: short, in words people use, claims nothing a result does not say."""

from collections.abc import Sequence
from datetime import datetime
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
    return titles[0] if len(titles) == 1 else f"{', '.join(titles[:-1])} and {titles[-1]}"


def due(task: Json, now: datetime) -> str:
    """ "due tomorrow, Tue 24 Nov, every week", with what there is of it."""
    parts = []
    if task["due"]:
        parts.append(f"due {absolute(Moment.from_iso(task['due']), now)}")
    if task["repeat"]:
        parts.append(say_repeat(task["repeat"]))
    return ", ".join(parts)


def absolute(moment: Moment, now: datetime) -> str:
    """The date as people say it, and the calendar's date with it where those differ: "tomorrow 17:00 (Tue 24 Nov)"."""
    spoken = say(moment, now)
    calendar = f"{moment.date:%a} {moment.date.day} {moment.date:%b}"
    return spoken if calendar in spoken else f"{spoken} ({calendar})"


def count(number: int, thing: str = "task") -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def described(wanted: Filter, now: datetime) -> str:
    """What a filter selects, after a number: "tasks due this week on your list Work"."""
    kind = {"done": "finished ", "all": "", None: ""}.get(wanted.status, "open ")
    parts = [f"{'overdue ' if wanted.overdue else kind}tasks"]
    if wanted.priority:
        parts.append(f"of {wanted.priority} priority")
    if wanted.words:
        parts.append(f"about “{wanted.words}”")
    if wanted.list:
        parts.append(f"on your list {bold(wanted.list)}")
    if wanted.tag:
        parts.append(f"tagged #{wanted.tag}")
    if wanted.undated:
        parts.append("without a date")
    if wanted.period:
        parts.append(_period(wanted, now))
    return " ".join(parts)


def _period(wanted: Filter, now: datetime) -> str:
    period = wanted.period
    if period is None:
        return ""
    first, last = period.start, period.end
    if first is not None and first == last:
        return f"for {absolute(Moment(first), now)}"
    if first is None and last is not None:
        return f"up to {absolute(Moment(last), now)}"
    if last is None and first is not None:
        return f"from {absolute(Moment(first), now)}"
    if first is None or last is None:
        return ""
    return f"from {absolute(Moment(first), now)} to {absolute(Moment(last), now)}"
