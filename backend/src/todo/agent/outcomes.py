"""A tool's result as a sentence: alone, or as one of several of a kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from todo.agent.differences import differences, noted
from todo.agent.speech import absolute, bold, facts, listed, names
from todo.when import Moment

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`alone` says it of one task. Neighbours with the same `together`, which has a place for names, are said at once;
    without one, never."""

    alone: str
    together: str = ""
    task: Json | None = None


def outcome(results: Sequence[Json], now: datetime) -> str:
    """What came of these calls, like with like: "Added **a** and **b**", not twice."""
    made = {event["after"]["name"] for result in results for event in _lists_of(result) if event["action"] == "add"}
    said = []
    for together, group in groupby((_sentence(result, now, made) for result in results), key=lambda one: one.together):
        found = list(group)
        tasks = [one.task for one in found if one.task]
        if together and len(tasks) > 1:
            said.append(together.format(names(tasks)))
        else:
            said += [one.alone for one in found]
    return " ".join(said)


def _sentence(result: Json, now: datetime, made: set[str]) -> Sentence:
    if "error" in result:
        return Sentence(_failure(result))
    events = [event for event in result["events"] if event["entity"] == "task"]
    if not result["events"]:
        return _so_already(result["action"], result["task"], now)
    if result["action"] in ("undo", "redo"):
        return Sentence(_taken_back(result["action"], events, _lists_of(result), now))
    return _CHANGED[result["action"]](events, now, made)


def _failure(result: Json) -> str:
    match result["error"]:
        case "not_found" if "words" in result:
            return f"I found no task matching “{result['words']}”."
        case "invalid":
            return "I could not do one thing you asked for. Try to say it in other words."
        case _:
            return str(result["message"]).splitlines()[0]


def _so_already(action: str, task: Json, now: datetime) -> Sentence:
    match action:
        case "complete":
            was, were = "was done already", "were done already"
        case "reopen":
            was, were = "is still open", "are still open"
        case "delete":
            was, were = "was deleted already", "were deleted already"
        case _:
            state = ", ".join(facts(task, now))
            return Sentence(f"{bold(task['title'])} was like that already{f' ({state})' if state else ''}.")
    return Sentence(f"{bold(task['title'])} {was}.", f"{{}} {were}.", task)


def _added(events: list[Json], now: datetime, made: set[str]) -> Sentence:
    task = events[0]["after"]
    where = f" to your {'new ' if task['list'] in made else ''}list {bold(task['list'])}" if task["list"] else ""
    rest = f"{where}{''.join(f', {fact}' for fact in facts(task, now))}."
    rest = f"{rest}{_past(task, now)}"
    return Sentence(f"Added {bold(task['title'])}{rest}", f"Added {{}}{_literal(rest)}", task)


def _past(task: Json, now: datetime) -> str:
    """That the date which was just set lies in the past, so that it is no surprise among the overdue ones."""
    if not task["due"] or task["status"] == "done":
        return ""
    current = f"{now:%Y-%m-%dT%H:%M}"
    return " That is in the past already, so it is overdue." if task["due"] < current[: len(task["due"])] else ""


def _completed(events: list[Json], now: datetime, _made: set[str]) -> Sentence:
    task, following = events[0]["after"], [event["after"] for event in events[1:]]
    if following:
        date = absolute(Moment.from_iso(following[0]["due"]), now)
        return Sentence(f"{bold(task['title'])} is done. The next one is due {date}.")
    return Sentence(f"{bold(task['title'])} is done.", "{} are done.", task)


def _reopened(events: list[Json], _now: datetime, _made: set[str]) -> Sentence:
    task = events[0]["after"]
    if len(events) > 1:
        return Sentence(f"{bold(task['title'])} is open again, and the next one is gone.")
    return Sentence(f"{bold(task['title'])} is open again.", "{} are open again.", task)


def _deleted(events: list[Json], _now: datetime, _made: set[str]) -> Sentence:
    task = events[0]["after"]
    return Sentence(f"Deleted {bold(task['title'])}.", "Deleted {}.", task)


def _updated(events: list[Json], now: datetime, made: set[str]) -> Sentence:
    before, after = events[0]["before"], events[0]["after"]
    changed = differences(before, after, now, made)
    if before["title"] != after["title"]:
        renamed = f"Renamed {bold(before['title'])} to {bold(after['title'])}"
        return Sentence(f"{renamed}{f'; it is now {listed(changed)}' if changed else ''}.")
    if not changed:
        return Sentence(noted(before, after))
    rest = f"{listed(changed)}.{_past(after, now) if before['due'] != after['due'] else ''}"
    return Sentence(f"{bold(after['title'])} is now {rest}", f"{{}} are now {_literal(rest)}", after)


_CHANGED = {
    "add": _added,
    "complete": _completed,
    "reopen": _reopened,
    "delete": _deleted,
    "update": _updated,
}


def _taken_back(action: str, events: list[Json], lists: list[Json], now: datetime) -> str:
    word = "Undone" if action == "undo" else "Redone"
    events = events[::-1] if action == "undo" else events  # undoing goes backward, people tell it forward
    reopened = {event["after"]["title"] for event in events if event["after"]["status"] != event["before"]["status"]}
    said = []
    for state, group in groupby(events, key=lambda event: _state(event, now, reopened)):
        tasks = [event["after"] for event in group]
        said.append(f"{names(tasks)} {state[0] if len(tasks) == 1 else state[1]}")
    if not events:
        said = [f"your list {bold(event['after']['name'])} is as before" for event in lists]
    return f"{word}: {'; '.join(said)}."


def _state(event: Json, now: datetime, reopened: set[str]) -> tuple[str, str]:
    """How a task is after undoing or redoing, said of one and of several."""
    before, after = event["before"], event["after"]
    if bool(before["deleted_at"]) != bool(after["deleted_at"]):
        if after["repeat"] and after["title"] in reopened:  # the occurrence that completing had made
            return ("(the next one) is gone again",) * 2 if after["deleted_at"] else ("(the next one) is back",) * 2
        return ("is gone again", "are gone again") if after["deleted_at"] else ("is back", "are back")
    if before["status"] != after["status"]:
        return (f"is {after['status']} again", f"are {after['status']} again")
    if before["title"] != after["title"]:
        return (f"has its name back, which was {bold(before['title'])}",) * 2
    changed = differences(before, after, now, set())
    if not changed:
        return ("has its old notes again", "have their old notes again")
    return (f"is {listed(changed)} again", f"are {listed(changed)} again")


def _lists_of(result: Json) -> list[Json]:
    return [event for event in result.get("events", ()) if event["entity"] == "list"]


def _literal(text: str) -> str:
    """`text` for a template: its braces stay braces."""
    return text.replace("{", "{{").replace("}", "}}")
