"""Interpreter filters and fields as arguments of the tools."""

from typing import Any

from todo.interpreter.plan import Add, Changes, Filter
from todo.when import Period

WHOLE = 200
"""As many tasks as one selection by description may take: what is asked about is shown, all of it."""


def add_arguments(add: Add) -> dict[str, Any]:
    given = {
        "title": add.title,
        "description": add.description,
        "due": add.due.iso() if add.due else None,
        "repeat": add.rrule,
        "priority": add.priority,
        "list": add.list,
        "tags": list(add.tags),
    }
    return {key: value for key, value in given.items() if value}


def list_arguments(wanted: Filter, limit: int | None = None) -> dict[str, Any]:
    given = {
        "status": wanted.status,
        "words": wanted.words,
        "due": _due(wanted),
        "list": wanted.list,
        "tag": wanted.tag,
        "priority": wanted.priority,
        "repeating": wanted.repeating,
        "limit": limit or wanted.limit,
    }
    return {key: value for key, value in given.items() if value}


def update_arguments(changes: Changes) -> dict[str, Any]:
    """The changes as `update_task` takes them; a cleared field is the word "none"."""
    given = {
        "title": changes.title,
        "description": changes.description,
        "note": changes.note,
        "due": _new_due(changes),
        "repeat": changes.rrule,
        "priority": changes.priority,
        "list": changes.list,
        "add_tags": list(changes.add_tags),
        "remove_tags": list(changes.remove_tags),
    }
    cleared = {{"rrule": "repeat", "tags": "remove_tags"}.get(name, name): "none" for name in changes.clear}
    if "remove_tags" in cleared:
        given["remove_tags"] = ["none"]
        del cleared["remove_tags"]
    return {key: value for key, value in {**given, **cleared}.items() if value}


def span(period: Period) -> str:
    """`FROM..TO`, both included, either left out."""
    first, last = (day.isoformat() if day else "" for day in (period.start, period.end))
    return f"{first}..{last}"


def _due(wanted: Filter) -> str | None:
    if wanted.overdue:
        return "overdue"
    if wanted.undated:
        return "none"
    return span(wanted.period) if wanted.period else None


def _new_due(changes: Changes) -> str | None:
    if changes.due:
        return changes.due.iso()
    if changes.date and changes.time:
        return f"{changes.date.isoformat()}T{changes.time:%H:%M}"
    if changes.date:
        return changes.date.isoformat()
    if changes.time:
        return f"{changes.time:%H:%M}"
    return changes.due_shift
