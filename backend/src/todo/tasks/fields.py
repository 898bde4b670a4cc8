"""What a person may put into a task: checked and tidied here, whichever door it came through."""

from datetime import datetime
from typing import Any, TypedDict

from todo.errors import InvalidRequest
from todo.kit.words import clean_line, clean_text
from todo.tasks.record import TaskRecord
from todo.tasks.task import PRIORITIES, Priority
from todo.when import Moment, parse_repeat

TITLE_MOST, DESCRIPTION_MOST, LIST_MOST, TAG_MOST, TAGS_MOST = 255, 10_000, 100, 50, 20
DUE_YEARS = range(1970, 3000)


class TaskFields(TypedDict, total=False):
    """The fields to set; one that is absent stays as it is, and None clears it.

    `due` is ISO text or a Moment, `repeat` an RRULE, `list` a name (made when there is none of that name).
    """

    title: str
    description: str | None
    due: str | Moment | None
    repeat: str | None
    priority: Priority | None
    list: str | None
    tags: tuple[str, ...]
    position: float


def due_moment(due: str | Moment) -> Moment:
    """Raises InvalidRequest for what is no date, or lies in a year that nobody plans for."""
    try:
        moment = Moment.from_iso(due) if isinstance(due, str) else due
    except ValueError:
        message = f"“{due}” is no date. Write one such as 2026-11-24, or with a time 2026-11-24T17:00."
        raise _invalid("due", message) from None
    if moment.date.year not in DUE_YEARS:
        first, last = DUE_YEARS[0], DUE_YEARS[-1]
        raise _invalid("due", f"The year {moment.date.year} is out of range: {first} to {last}.")
    return moment


def clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without `#`, in lower case, each once, in the order given."""
    cleaned = [clean_line(tag.removeprefix("#"), "tag", most=TAG_MOST).casefold().replace(" ", "-") for tag in tags]
    unique = tuple(dict.fromkeys(cleaned))
    if len(unique) > TAGS_MOST:
        raise _invalid("tags", f"{len(unique)} tags are too many: {TAGS_MOST} is the most.")
    return unique


def scalar_changes(given: TaskFields, now: datetime) -> dict[str, Any]:
    """The columns of a TaskRecord that `given` sets, all but the due date and the list."""
    values: dict[str, Any] = {}
    if "title" in given:
        values["title"] = clean_line(given["title"], "title", most=TITLE_MOST)
    if "description" in given:
        text = given["description"]
        values["description"] = (text and clean_text(text, "description", most=DESCRIPTION_MOST)) or None
    if "repeat" in given:
        rule = given["repeat"]
        values["repeat"] = parse_repeat(rule, now) if rule else None
    if "priority" in given:
        values["priority"] = PRIORITIES.index(given["priority"] or "none")
    if "tags" in given:
        values["tags"] = clean_tags(given["tags"])
    if "position" in given:
        values["position"] = float(given["position"])
    return values


def with_due(record: TaskRecord, given: TaskFields, zone: str) -> TaskRecord:
    """`record` with the due date of `given`, when that names one."""
    if "due" not in given:
        return record
    due = given["due"]
    return record.with_due(None if due is None else due_moment(due), zone)


def _invalid(field: str, message: str) -> InvalidRequest:
    return InvalidRequest(message, errors=[{"field": field, "message": message}])
