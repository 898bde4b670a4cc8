"""The offline assistant shows, counts and looks up tasks."""

from dataclasses import replace

from todo.agent.asking import list_arguments
from todo.agent.journal import Call, Result
from todo.agent.offline import Script
from todo.agent.scene import Scene
from todo.agent.speech import bold, count, described, facts, listed
from todo.interpreter.plan import Filter, List

_TOLD = 3
"""As many tasks are answered for in a sentence; more are a list."""


def show(action: List, scene: Scene) -> Script:
    if action.asked == "lists":
        yield from ()
        return _lists(scene.lists)
    wanted = known(action.filter, scene.lists)
    (found,) = yield [Call("list_tasks", list_arguments(wanted))]
    if "error" in found:
        return str(found["message"])
    tasks, what = found["tasks"], described(wanted, scene.now)
    if action.asked == "count":
        return f"You have {_number(found['total'], what)}."
    if not tasks:
        return _none(action, wanted, what, scene.lists)
    scene.journal.show_list(tasks, found["total"])
    if wanted.limit == 1:
        return f"Next comes {bold(tasks[0]['title'])}{''.join(f', {fact}' for fact in facts(tasks[0], scene.now))}."
    if action.asked == "when" and len(tasks) <= _TOLD:
        return f"{'; '.join(_when(task, scene) for task in tasks)}."
    return _head(action, found, what)


def known(wanted: Filter, lists: tuple[str, ...]) -> Filter:
    """The filter with its list named as the person once named it."""
    names = (name for name in lists if wanted.list and name.casefold() == wanted.list.casefold())
    return replace(wanted, list=next(names, wanted.list))


def _head(action: List, found: Result, what: str) -> str:
    total, shown = found["total"], len(found["tasks"])
    yes = "Yes, " if action.asked == "whether" else ""
    rest = f"; these are the first {shown}" if total > shown and action.filter.limit is None else ""
    return f"{yes}{_number(total, what)}{rest}:"


def _none(action: List, wanted: Filter, what: str, lists: tuple[str, ...]) -> str:
    if wanted.list and wanted.list != "none" and wanted.list not in lists:
        return f"You have no list {bold(wanted.list)}. {_lists(lists)}"
    return f"No, you have no {what}." if action.asked == "whether" else f"You have no {what}."


def _number(total: int, what: str) -> str:
    """A number before what it counts: 1 open task, 12 open tasks, no overdue tasks."""
    if not total:
        return f"no {what}"
    return f"1 {what.replace('tasks', 'task', 1)}" if total == 1 else f"{total:,} {what}"


def _when(task: Result, scene: Scene) -> str:
    state = facts({**task, "priority": "none", "tags": [], "description": None}, scene.now)
    return f"{bold(task['title'])} is {', '.join(state)}" if state else f"{bold(task['title'])} has no date"


def _lists(lists: tuple[str, ...]) -> str:
    if not lists:
        return "You have no lists yet. Say “add milk to my shopping list”, and there is one."
    return f"You have {count(len(lists), 'list')}: {listed([bold(name) for name in lists])}."
