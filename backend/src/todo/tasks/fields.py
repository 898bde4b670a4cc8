"""What a person may put into a task: checked and tidied here, whichever door it came through."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypedDict

from todo.errors import InvalidRequest
from todo.kit.caller import Caller
from todo.kit.ids import new_id
from todo.kit.words import clean_line, clean_text, folded
from todo.tasks.models import NO_DUE
from todo.tasks.occurrence import first_due
from todo.tasks.query import NO_LIST, tag_key
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


def list_name(name: str) -> str:
    """A list's name, on one line. Raises InvalidRequest, also for the word that stands for no list."""
    cleaned = clean_line(name, "list", most=LIST_MOST)
    if folded(cleaned) == NO_LIST:
        raise _invalid("list", f"“{cleaned}” stands for tasks without a list. Choose another name.")
    return cleaned


def due_moment(due: str | Moment) -> Moment:
    """Raises InvalidRequest for what is no date, or lies in a year that nobody plans for."""
    try:
        moment = Moment.from_iso(due) if isinstance(due, str) else due
        if moment.iso() != due and isinstance(due, str):
            raise ValueError(due)
    except ValueError:
        message = f"“{due}” is no date. Write one such as 2026-11-24, or with a time 2026-11-24T17:00."
        raise _invalid("due", message) from None
    if moment.date.year not in DUE_YEARS:
        first, last = DUE_YEARS[0], DUE_YEARS[-1]
        raise _invalid("due", f"The year {moment.date.year} is out of range: {first} to {last}.")
    return moment


def clean_tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags without `#`, in lower case, each once, in the order given."""
    unique = tuple(dict.fromkeys(tag_key(clean_line(tag.removeprefix("#"), "tags", most=TAG_MOST)) for tag in tags))
    if len(unique) > TAGS_MOST:
        raise _invalid("tags", f"{len(unique)} tags are too many: {TAGS_MOST} is the most.")
    return unique


def new_record(given: TaskFields, caller: Caller, now: datetime) -> TaskRecord:
    """A task of `given`, which has at least a title. Raises InvalidRequest."""
    blank = TaskRecord(
        id=new_id(), list_id=None, title="", description=None, status="open", due_key=NO_DUE,
        zone=caller.time_zone, late_at=None, repeat=None, priority=0, tags=(), position=now.timestamp(),
        version=1, source=caller.source, follows_id=None, created_at=now, updated_at=now,
        completed_at=None, deleted_at=None, list_name=None,
    )  # fmt: skip
    return changed(blank, given, caller, now)


def changed(record: TaskRecord, given: TaskFields, caller: Caller, now: datetime) -> TaskRecord:
    """`record` with `given` set; its list by name alone. What comes to repeat without a date gets its first one.

    Raises:
        InvalidRequest: something given cannot be used.
    """
    record = replace(record, **_columns(given, now.astimezone(caller.zone)))
    if "due" in given:
        due = given["due"]
        record = record.with_due(None if due is None else due_moment(due), caller.time_zone)
    if record.repeat and given.get("repeat") and record.due is None:
        record = record.with_due(first_due(record.repeat, now.astimezone(caller.zone)), caller.time_zone)
    return record


def _columns(given: TaskFields, now: datetime) -> dict[str, Any]:
    """The columns that `given` sets, all but the due date and the list's id."""
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
    if "list" in given:
        values["list_name"] = list_name(given["list"]) if given["list"] is not None else None
    return values


def _invalid(field: str, message: str) -> InvalidRequest:
    return InvalidRequest(message, errors=[{"field": field, "message": message}])
