"""A tool's result as a sentence: alone, or as one of several of a kind."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from todo.agent.speech import absolute, bold, due
from todo.when import Moment, say_repeat

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`alone` says it of one task. Neighbours of one `kind` and `template` are said together; no kind, never."""

    alone: str
    kind: str = ""
    template: str = ""
    task: Json | None = None


def sentence(result: Json, now: datetime) -> Sentence:
    if "error" in result:
        return Sentence(str(result["message"]).splitlines()[0])
    if not result.get("changed"):
        return Sentence(f"{bold(result['task']['title'])} {_STATE[result['task']['status']]} already; nothing changed.")
    events = [event for event in result["events"] if event["entity"] == "task"]
    if events and events[0]["action"] in ("undo", "redo"):
        return _undone(events, now)
    made = [event["after"]["name"] for event in result["events"] if event["entity"] == "list"]
    first = events[0]
    built = _BUILD[first["action"]](first, events[1:], now)
    if made:
        return Sentence(f"{built.alone} The list {bold(made[0])} is new.")
    return built


_STATE = {"open": "is so", "done": "was done"}


def _added(event: Json, _more: list[Json], now: datetime) -> Sentence:
    task = event["after"]
    when, where = due(task, now), f" on your list {bold(task['list'])}" if task["list"] else ""
    alone = f"Added {bold(task['title'])}{where}{f', {when}' if when else ''}."
    return Sentence(alone, "add", f"Added {{}}{where}{f', {when}' if when else ''}.", task)


def _completed(event: Json, more: list[Json], now: datetime) -> Sentence:
    task = event["after"]
    if more:
        following = absolute(Moment.from_iso(more[0]["after"]["due"]), now)
        return Sentence(f"{bold(task['title'])} is done. The next one is due {following}.")
    return Sentence(f"{bold(task['title'])} is done.", "complete", "{} are done.", task)


def _reopened(event: Json, _more: list[Json], _now: datetime) -> Sentence:
    task = event["after"]
    return Sentence(f"{bold(task['title'])} is open again.", "reopen", "{} are open again.", task)


def _deleted(event: Json, _more: list[Json], _now: datetime) -> Sentence:
    task = event["after"]
    return Sentence(f"Deleted {bold(task['title'])}.", "delete", "Deleted {}.", task)


def _updated(event: Json, _more: list[Json], now: datetime) -> Sentence:
    before, after = event["before"], event["after"]
    if before["title"] != after["title"]:
        renamed = f"Renamed {bold(before['title'])} to {bold(after['title'])}"
        rest = _differences(before, after, now)
        return Sentence(f"{renamed}{f': {rest}' if rest else ''}.")
    rest = _differences(before, after, now)
    return Sentence(f"{bold(after['title'])}: {rest}.", "update", f"{{}}: {rest}.", after)


def _differences(before: Json, after: Json, now: datetime) -> str:
    said = []
    if before["due"] != after["due"]:
        said.append(f"now due {absolute(Moment.from_iso(after['due']), now)}" if after["due"] else "no date any more")
    if before["repeat"] != after["repeat"]:
        said.append(f"repeats {say_repeat(after['repeat'])}" if after["repeat"] else "repeats no more")
    if before["priority"] != after["priority"]:
        said.append(f"{after['priority']} priority" if after["priority"] != "none" else "no priority any more")
    if before["list"] != after["list"]:
        said.append(f"on your list {bold(after['list'])}" if after["list"] else "on no list any more")
    if before["tags"] != after["tags"]:
        said.append("tagged " + " ".join(f"#{tag}" for tag in after["tags"]) if after["tags"] else "no tags any more")
    if before["description"] != after["description"]:
        said.append("notes saved" if after["description"] else "notes removed")
    return ", ".join(said)


def _undone(events: list[Json], now: datetime) -> Sentence:
    word = "Undone" if events[0]["action"] == "undo" else "Redone"
    states = [_back(event, now) for event in events]
    shown = states if len(states) <= 4 else [*states[:3], f"and {len(states) - 3} more as before"]
    return Sentence(f"{word}: {', '.join(shown)}.")


def _back(event: Json, now: datetime) -> str:
    before, after = event["before"], event["after"]
    name = bold(after["title"])
    if bool(before["deleted_at"]) != bool(after["deleted_at"]):
        return f"{name} is gone again" if after["deleted_at"] else f"{name} is back"
    if before["status"] != after["status"]:
        return f"{name} is open again" if after["status"] == "open" else f"{name} is done again"
    if before["title"] != after["title"]:
        return f"{bold(before['title'])} is {name} again"
    return f"{name} is as before ({_differences(before, after, now) or 'no difference to see'})"


def _restored(event: Json, _more: list[Json], _now: datetime) -> Sentence:
    return Sentence(f"{bold(event['after']['title'])} is back.")


_BUILD = {
    "add": _added,
    "complete": _completed,
    "reopen": _reopened,
    "delete": _deleted,
    "update": _updated,
    "restore": _restored,
}
