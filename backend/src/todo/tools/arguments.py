"""Tool arguments as people say them, turned into fields of a task."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from todo.errors import InvalidRequest
from todo.tasks.fields import TaskFields
from todo.tasks.matching import stems
from todo.tasks.query import TaskQuery
from todo.tasks.task import Task
from todo.when import Moment, parse_due, parse_repeat, read, read_period, shift

CLEAR = "none"
"""The word that clears a field: an empty argument leaves it as it is, and null is not every model's to send."""

PriorityWord = Literal["", "none", "low", "medium", "high"]


def clears(value: str) -> bool:
    """Whether an argument is the word that clears; models write it with a capital too."""
    return value.strip().casefold() == CLEAR


def new_fields(
    *,
    title: str,
    description: str,
    due: str,
    repeat: str,
    priority: PriorityWord,
    in_list: str,
    tags: Sequence[str],
    now: datetime,
) -> TaskFields:
    """The fields of a new task. Raises InvalidRequest for dates that cannot be read; `now` is local."""
    fields: TaskFields = {"title": title, "tags": tuple(tags)}
    if description:
        fields["description"] = description
    if repeat and not clears(repeat):
        fields["repeat"] = parse_repeat(repeat, now)
    if due and not clears(due):
        fields["due"] = parse_due(due, now)
    if priority:
        fields["priority"] = priority
    if in_list and not clears(in_list):
        fields["list"] = in_list
    return fields


def changed_fields(
    task: Task,
    *,
    title: str,
    description: str,
    note: str,
    due: str,
    repeat: str,
    priority: PriorityWord,
    in_list: str,
    add_tags: Sequence[str],
    remove_tags: Sequence[str],
    now: datetime,
) -> TaskFields:
    """The fields of `task` that the arguments set; "none" clears one. Raises InvalidRequest; `now` is local."""
    fields: TaskFields = {}
    if title:
        fields["title"] = title
    if description:
        fields["description"] = _cleared(description)
    if note:
        fields["description"] = f"{task.description}\n{note}" if task.description else note
    if due:
        fields["due"] = None if clears(due) else moved(task, due, now)
    if repeat:
        fields["repeat"] = None if clears(repeat) else parse_repeat(repeat, now)
    if priority:
        fields["priority"] = priority
    if in_list:
        fields["list"] = _cleared(in_list)
    if add_tags or remove_tags:
        gone = {tag.removeprefix("#").casefold() for tag in remove_tags}
        kept = tuple(tag for tag in task.tags if tag not in gone)
        fields["tags"] = () if CLEAR in gone else (*kept, *add_tags)
    return fields


def moved(task: Task, due: str, now: datetime) -> Moment:
    """The new due date. What `due` does not name stays: the day, or the clock time."""
    old = Moment.from_iso(task.due) if task.due else None
    shifted = shift(due, old, now) if old else None
    if shifted is not None:
        return shifted
    new, said = parse_due(due, now), read(due, now)
    if old is None:
        return new
    if new.time is None:
        return Moment(new.date, old.time)
    if said.timed and not said.dated and old.date >= now.date():
        return Moment(old.date, new.time)
    return new


def selection(due: str, now: datetime, *, done: bool = False) -> dict[str, Any]:
    """The part of a TaskQuery that `due` names: overdue, none, a range FROM..TO, or words for a period.

    Of tasks that are `done` a period is when they were completed: nobody asks when those were due.
    """
    if clears(due):
        return {"undated": True}
    if due == "overdue":
        return {"overdue_at": now}
    if ".." in due:
        first, last = (_day(end) for end in due.split("..", 1))
    else:
        period, rest = read_period(due, now)
        if period is None or rest.strip():
            raise InvalidRequest(f"“{due}” names no period. Use today, this week, overdue, or FROM..TO as ISO dates.")
        first, last = period.start, period.end
    if not done:
        return {"due_from": first, "due_to": last}
    midnight = time(tzinfo=now.tzinfo)
    return {
        "completed_from": first and datetime.combine(first, midnight).astimezone(UTC),
        "completed_before": last and datetime.combine(last + timedelta(days=1), midnight).astimezone(UTC),
    }


def query(
    *,
    status: Literal["open", "done", "all"],
    words: str,
    due: str,
    in_list: str,
    tag: str,
    priority: PriorityWord,
    repeating: bool,
    limit: int,
    now: datetime,
) -> TaskQuery:
    """Raises InvalidRequest for a period that cannot be read; `now` is local."""
    return TaskQuery(
        status=status,
        words=" ".join(stems(words)) or None,
        repeating=repeating,
        in_list=(CLEAR if clears(in_list) else in_list) or None,
        tag=tag.removeprefix("#") or None,
        priority=priority or None,
        sort="-completed" if status == "done" else "due",
        limit=limit,
        **(selection(due, now, done=status == "done") if due else {}),
    )


def _cleared(value: str) -> str | None:
    return None if clears(value) else value


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise InvalidRequest(f"“{text}” is no ISO date. Write one such as 2026-11-24.") from None
