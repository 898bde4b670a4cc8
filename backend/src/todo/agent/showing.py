"""The offline assistant shows, counts and looks up tasks."""

from todo.agent.asking import list_arguments
from todo.agent.journal import Result
from todo.agent.offline import Call, Script
from todo.agent.scene import Scene
from todo.agent.speech import bold, count, described, due, names
from todo.interpreter.plan import List


def show(action: List, scene: Scene) -> Script:
    if action.asked == "lists":
        yield from ()
        return _lists(scene.lists)
    (found,) = yield [Call("list_tasks", list_arguments(action.filter))]
    if "error" in found:
        return str(found["message"])
    tasks, what = found["tasks"], described(action.filter, scene.now)
    if action.asked == "count":
        return f"You have {_number(found['total'], what)}."
    if not tasks:
        return f"No, there are no {what}." if action.asked == "whether" else f"There are no {what}."
    scene.journal.show_list(tasks, found["total"])
    if action.asked == "when":
        return _when(tasks, scene)
    return _head(action, found, what)


def _head(action: List, found: Result, what: str) -> str:
    total, shown = found["total"], len(found["tasks"])
    yes = "Yes, " if action.asked == "whether" else ""
    rest = f"; these are the first {shown}" if total > shown and action.filter.limit is None else ""
    if action.filter.limit == 1:
        return "This comes next:"
    return f"{yes}{_number(total, what)}{rest}:"


def _number(total: int, what: str) -> str:
    """A number before what it counts: 1 open task, 12 open tasks."""
    return f"1 {what.replace('tasks', 'task', 1)}" if total == 1 else f"{total:,} {what}"


def _when(tasks: list[Result], scene: Scene) -> str:
    if len(tasks) > 1:
        return f"{names(tasks)} match:"
    task = tasks[0]
    return f"{bold(task['title'])} is {due(task, scene.now)}." if task["due"] else f"{bold(task['title'])} has no date."


def _lists(lists: tuple[str, ...]) -> str:
    if not lists:
        return "You have no lists yet. Say “add milk to my shopping list”, and there is one."
    return f"You have {count(len(lists), 'list')}: {', '.join(bold(name) for name in lists)}."
