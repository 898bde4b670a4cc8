"""What one run did: the calls it made, what they answered, and what the person is shown of it."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from todo.agent.stream import TurnStream
from todo.interpreter.context import Pending, Shown
from todo.interpreter.plan import Add, TargetedAction
from todo.tools.acting import Act

if TYPE_CHECKING:
    from todo.agent.llm.guard import Guard

Result = dict[str, Any]
"""A tool's structured content (see `todo.tools.results`)."""


@dataclass(frozen=True, slots=True)
class Call:
    """A tool call to be made."""

    tool: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Journal:
    """Carried through a run as its context.

    `answers` are the calls that were made, with what came of them; `waiting` are those that need the person's yes;
    `last` is what it did, if that was one thing; `seen` are the tasks that came up, by id; `work` is the tool call that
    is being made; once `halted`, no further one begins. A `guard` judges calls before they are made; `now` is the
    person's local time when the run began.
    """

    act: Act
    stream: TurnStream
    results: dict[str, Result] = field(default_factory=dict)
    answers: list[tuple[Call, Result]] = field(default_factory=list)
    waiting: list[Call] = field(default_factory=list)
    shown: tuple[Shown, ...] | None = None
    touched: dict[str, Shown] = field(default_factory=dict)
    pending: Pending | None = None
    last: Add | TargetedAction | None = None
    undo_turn: str | None = None
    seen: dict[str, dict[str, Any]] = field(default_factory=dict)
    work: asyncio.Task[str] | None = None
    halted: bool = False
    guard: "Guard | None" = None
    now: datetime | None = None

    @property
    def changes(self) -> list[Result]:
        """What the calls that changed something answered."""
        return [result for _, result in self.answers if result.get("events")]

    @property
    def added(self) -> frozenset[str]:
        """The ids of the tasks that are new."""
        events = (event for result in self.changes for event in result["events"])
        return frozenset(event["entity_id"] for event in events if event["action"] == "add")

    def say(self, text: str) -> None:
        if text:
            self.stream.emit("text", {"delta": text})

    def called(self, name: str, arguments: dict[str, Any]) -> None:
        self.stream.emit("tool", {"name": name, "arguments": arguments})

    def wait_for_yes(self, call: Call) -> None:
        """Keep a call for when the person has said yes to it; the same one is kept once."""
        if call not in self.waiting:
            self.waiting.append(call)

    def answered(self, call_id: str, call: Call, result: Result) -> None:
        """Keep a tool's answer, and give a receipt for every change of a task in it."""
        self.results[call_id] = result
        self.answers.append((call, result))
        self.seen |= {task["id"]: task for task in result.get("tasks", ())}
        for event in result.get("events", ()):
            if event["entity"] != "task":
                continue
            self.stream.emit(
                "receipt",
                {
                    "event_id": event["id"],
                    "turn_id": event["turn_id"],
                    "action": event["action"],
                    "before": event["before"],
                    "after": event["after"],
                },
            )
            if event["cause_id"] is None:
                self.touched[event["entity_id"]] = shown(event["after"])

    def show_list(self, tasks: list[dict[str, Any]], total: int) -> None:
        self.stream.emit("list", {"tasks": tasks, "total": total})
        self.shown = tuple(shown(task) for task in tasks)

    def show_choices(self, tasks: list[dict[str, Any]]) -> None:
        self.stream.emit("choices", {"candidates": tasks})
        self.shown = tuple(shown(task) for task in tasks)


def shown(task: dict[str, Any]) -> Shown:
    """A task as a short reply may refer to it."""
    return Shown(task["id"], task["title"], task["status"], task["due"])
