"""What a tool answers: short text for a model to read, and the same as data."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from mcp.types import CallToolResult, TextContent
from pydantic import TypeAdapter, ValidationError

from todo.history.event import Action, Event
from todo.tasks.task import Task
from todo.when import Moment, say, say_repeat

_TASK = TypeAdapter(Task)
_EVENT = TypeAdapter(Event)
_DONE: dict[Action, str] = {
    "add": "Added",
    "complete": "Completed",
    "reopen": "Reopened",
    "update": "Updated",
    "delete": "Deleted",
    "undo": "Undone",
    "redo": "Redone",
}


def as_json(task: Task) -> dict[str, Any]:
    found: dict[str, Any] = _TASK.dump_python(task, mode="json")
    return found


def line(task: Task, now: datetime) -> str:
    """A task in one line, its id first; `now` is local."""
    parts = [f"[{task.id}] {task.title}"]
    if task.status == "done":
        parts.append("done")
    if task.due:
        parts.append(f"due {task.due} ({say(Moment.from_iso(task.due), now)})")
    if task.repeat:
        parts.append(f"repeats {say_repeat(task.repeat)}")
    if task.priority != "none":
        parts.append(f"{task.priority} priority")
    if task.list:
        parts.append(f"list {task.list}")
    parts += [f"#{tag}" for tag in task.tags]
    return "; ".join(parts)


def changed(action: Action, task: Task, events: Sequence[Event], now: datetime) -> CallToolResult:
    """One task was changed, or was so already: then there are no events, and the text says so."""
    text = f"{_DONE[action]}: {line(task, now)}" if events else f"Nothing changed, it was so already: {line(task, now)}"
    return _result(text, action=action, task=as_json(task), changed=bool(events), events=_dumped(events))


def listed(tasks: Sequence[Task], total: int, now: datetime) -> CallToolResult:
    """Tasks in the order in which they are to be numbered."""
    lines = [f"{number}. {line(task, now)}" for number, task in enumerate(tasks, 1)]
    shown = f", the first {len(tasks)} are" if total > len(tasks) else ""
    head = f"{total} task{'s' if total != 1 else ''}{shown}:" if tasks else "No task matches."
    return _result("\n".join([head, *lines]), tasks=[as_json(task) for task in tasks], total=total)


def undone(action: Literal["undo", "redo"], events: Sequence[Event]) -> CallToolResult:
    """A turn was taken back, or brought back."""
    names = [(event.after or {}).get("title") or (event.after or {}).get("name") for event in events]
    text = f"{_DONE[action]}: {', '.join(map(str, names))}"
    return _result(text, action=action, changed=True, events=_dumped(events))


def failed(code: str, message: str, **data: Any) -> CallToolResult:
    """A failure that whoever called can act on; nothing was changed."""
    result = _result(message, error=code, message=message, **data)
    result.is_error = True
    return result


def unfitting(tool: str, error: ValidationError) -> CallToolResult:
    """Arguments that the tool's schema refuses. What was given is left out: whoever called has it."""
    found = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    return failed("invalid", f"{found}. Nothing was changed; call {tool} again with arguments that fit its schema.")


def ambiguous(words: str, candidates: Sequence[Task], now: datetime) -> CallToolResult:
    lines = [f"{number}. {line(task, now)}" for number, task in enumerate(candidates, 1)]
    message = f"{len(candidates)} tasks match “{words}”. Nothing was changed. Ask which one is meant, then use its id:"
    return failed("ambiguous", "\n".join([message, *lines]), words=words, candidates=[as_json(t) for t in candidates])


def missing(words: str, near: Sequence[Task], now: datetime) -> CallToolResult:
    message = f"No task matches “{words}”. Nothing was changed."
    if near:
        message += " The nearest titles are:\n" + "\n".join(line(task, now) for task in near)
    return failed("not_found", message, words=words, near=[as_json(task) for task in near])


def _dumped(events: Sequence[Event]) -> list[dict[str, Any]]:
    return [_EVENT.dump_python(event.public(), mode="json") for event in events]


def _result(text: str, **data: Any) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=data)
