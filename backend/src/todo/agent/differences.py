"""What a change made of a task, in words that follow "is now"."""

from datetime import datetime
from typing import Any

from todo.agent.speech import absolute, bold, hashed
from todo.when import Moment, say_repeat

Json = dict[str, Any]


def differences(before: Json, after: Json, now: datetime, made: set[str]) -> list[str]:
    """Every field that differs, but for title and notes; `made` are lists that are new."""
    found = []
    if before["due"] != after["due"]:
        found.append(f"due {absolute(Moment.from_iso(after['due']), now)}" if after["due"] else "without a date")
    if before["repeat"] != after["repeat"]:
        found.append(f"repeating {say_repeat(after['repeat'])}" if after["repeat"] else "no longer repeating")
    if before["priority"] != after["priority"]:
        found.append(f"{after['priority']} priority" if after["priority"] != "none" else "without a priority")
    if before["list"] != after["list"]:
        new = "new " if after["list"] in made else ""
        found.append(f"on your {new}list {bold(after['list'])}" if after["list"] else "on no list")
    if before["tags"] != after["tags"]:
        found.append(f"tagged {hashed(after['tags'])}" if after["tags"] else "without tags")
    return found


def noted(before: Json, after: Json) -> str:
    """What a change of nothing but the notes did."""
    old, new, title = before["description"] or "", after["description"] or "", bold(after["title"])
    if not new:
        return f"Removed the notes of {title}."
    return f"Added the note to {title}." if new.startswith(old) else f"Changed the notes of {title}."


def proposed(arguments: Json, now: datetime) -> list[str]:
    """What arguments of `update_task` would make of a task."""
    found = []
    for name, value in arguments.items():
        cleared = value in ("none", ["none"])
        match name:
            case "due":
                found.append("without a date" if cleared else _due(value, now))
            case "repeat":
                found.append("no longer repeating" if cleared else f"repeating {say_repeat(value)}")
            case "priority":
                found.append("without a priority" if cleared else f"{value} priority")
            case "list":
                found.append("on no list" if cleared else f"on your list {bold(value)}")
            case "add_tags":
                found.append(f"tagged {hashed(value)}")
            case "remove_tags":
                found.append("without tags" if cleared else f"without {hashed(value)}")
            case "description" | "note":
                found.append("without notes" if cleared else "with that note")
            case "title":
                found.append(f"named {bold(value)}")
    return found


def _due(value: str, now: datetime) -> str:
    try:
        return f"due {absolute(Moment.from_iso(value), now)}"
    except ValueError:  # a time alone, or words that move what is there: "an hour later"
        return f"due at {value}" if value[:1].isdigit() and ":" in value else f"due {value}"
