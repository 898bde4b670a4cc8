"""What a sentence would do, for the chips beside the composer: nothing is done, nothing is stored."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from todo.agent.speech import absolute
from todo.interpreter.context import Context
from todo.interpreter.interpreting import interpret
from todo.interpreter.plan import Action, Add, Changes, Complete, Delete, List, Priority, Reopen, Update
from todo.when import Moment, say_repeat

Intent = Literal["add", "list", "complete", "update", "delete", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The first act of a sentence. `due` and `repeat` are as a task has them, their `_text` as they are said."""

    intent: Intent = "other"
    title: str | None = None
    due: str | None = None
    due_text: str | None = None
    repeat: str | None = None
    repeat_text: str | None = None
    priority: Priority | None = None
    list: str | None = None
    tags: tuple[str, ...] = field(default=())


def understood(text: str, lists: tuple[str, ...], now: datetime) -> Understood:
    """The reading of `text` by the conversation's own interpreter; `now` is local."""
    action = interpret(text, Context(now=now, lists=lists)).actions[0]
    match action:
        case Add(title=title, due=due, rrule=rule, priority=priority, list=in_list, tags=tags):
            return _with(action, title, due, rule, priority, in_list, tags, now)
        case Update(target, changes):
            due = _new_due(changes)
            return _with(
                action, target.words, due, changes.rrule, changes.priority, changes.list, changes.add_tags, now
            )
        case Complete(target) | Reopen(target) | Delete(target):
            return Understood(intent=_intent(action), title=target.words, list=target.list)
        case List(wanted):
            tags = (wanted.tag,) if wanted.tag else ()
            return Understood(intent="list", title=wanted.words, list=wanted.list, priority=wanted.priority, tags=tags)
        case _:
            return Understood()


def _with(
    action: Action,
    title: str | None,
    due: Moment | None,
    rule: str | None,
    priority: Priority | None,
    in_list: str | None,
    tags: tuple[str, ...],
    now: datetime,
) -> Understood:
    return Understood(
        intent=_intent(action),
        title=title,
        due=due.iso() if due else None,
        due_text=absolute(due, now) if due else None,
        repeat=rule,
        repeat_text=say_repeat(rule) if rule else None,
        priority=priority,
        list=in_list,
        tags=tags,
    )


def _intent(action: Action) -> Intent:
    match action:
        case Add():
            return "add"
        case Complete():
            return "complete"
        case Delete():
            return "delete"
        case _:
            return "update"


def _new_due(changes: Changes) -> Moment | None:
    """The due date as far as it is known without the task: a new time alone keeps a day that only the task knows."""
    if changes.due or not changes.date:
        return changes.due
    return Moment(changes.date, changes.time)
