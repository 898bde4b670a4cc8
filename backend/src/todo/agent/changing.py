"""The offline assistant completes, reopens, changes and deletes existing tasks: first which, then the calls."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from todo.agent import answers
from todo.agent.asking import WHOLE, list_arguments, update_arguments
from todo.agent.journal import Call, Result, shown
from todo.agent.offline import Script
from todo.agent.outcomes import outcome
from todo.agent.scene import Scene
from todo.interpreter.context import AskChange, AskTarget, AskWhich, Shown
from todo.interpreter.plan import Changes, Complete, Delete, Filter, Reopen, Target, TargetedAction, Update


def change(action: TargetedAction, scene: Scene) -> Script:
    target = action.target
    if not target.named:
        scene.ask(AskTarget(action))
        yield from ()
        return answers.which_task(action)
    if target.unresolved:
        if target.position and not scene.known:
            return (yield from _counted(action, scene))
        scene.ask(AskTarget(action))
        return target.unresolved
    if isinstance(action, Update) and action.changes == Changes():
        scene.ask(AskChange(action))
        return answers.what_change(action)
    if target.bulk:
        return (yield from _many(action, scene))
    if target.ids:
        return outcome((yield [_call(action, task_id) for task_id in target.ids]), scene.now)
    if target.words and not (target.due_on or target.list or target.pick):
        return (yield from _by_words(action, target.words, scene))
    return (yield from _narrowed(action, scene))


def _by_words(action: TargetedAction, words: str, scene: Scene) -> Script:
    """By title words; if none has them, by the words with the date in them, since that may be part of a title."""
    (result,) = yield [_call(action, words)]
    full = action.target.full_words
    if result.get("error") == "not_found" and full and full != words:
        (again,) = yield [_call(action, full)]
        result = result if again.get("error") == "not_found" else again
    if result.get("error") == "ambiguous":
        return _which(action, result["candidates"], scene, answers.ambiguous(action, result))
    if result.get("error") == "not_found" and result["near"]:
        return _which(action, result["near"], scene, answers.did_you_mean(result))
    return outcome([result], scene.now)


def _counted(action: TargetedAction, scene: Scene) -> Script:
    """ "The second one" of a list that was not shown: show it, so that the number means what the person sees."""
    wanted = Filter(status=_status(action))
    (found,) = yield [Call("list_tasks", list_arguments(wanted))]
    if not found.get("tasks"):
        return answers.none_such(action, wanted, scene.now)
    return _which(action, found["tasks"], scene, answers.none_shown(action))


def _narrowed(action: TargetedAction, scene: Scene) -> Script:
    """By words and a day or a list, or by a day alone, or "the newest one"."""
    target = action.target
    wanted = Filter(status=_status(action), words=target.words, period=target.due_on, list=target.list)
    (found,) = yield [Call("list_tasks", list_arguments(wanted, limit=WHOLE))]
    if "error" in found:
        return str(found["message"])
    tasks = _picked(target, found["tasks"], scene.now)
    if len(tasks) == 1:
        return outcome((yield [_call(action, tasks[0]["id"])]), scene.now)
    if tasks:
        return _which(action, tasks[:20], scene, answers.several(action, len(tasks)))
    if not target.words:
        return answers.none_such(action, wanted, scene.now)
    return (yield from _elsewhere(action, wanted, scene))


def _elsewhere(action: TargetedAction, wanted: Filter, scene: Scene) -> Script:
    """None on that day or list: the date may belong to the title, or the person may be mistaken, so ask."""
    target = action.target
    if target.full_words and target.full_words != target.words:
        (result,) = yield [_call(action, target.full_words)]
        if result.get("error") not in ("not_found", "ambiguous"):
            return outcome([result], scene.now)
    (found,) = yield [Call("list_tasks", list_arguments(Filter(status=wanted.status, words=target.words)))]
    nothing = answers.none_such(action, wanted, scene.now)
    if not found.get("tasks"):
        return nothing
    return _which(action, found["tasks"], scene, f"{nothing} Did you mean one of these?")


def _many(action: TargetedAction, scene: Scene) -> Script:
    """What a description selects: exactly these, each a call that waits for a yes."""
    target = action.target
    if target.ids:
        due = [task_id for task_id in target.ids if not _is_so(action, scene.known.get(task_id))]
        if not due:
            return outcome((yield [_call(action, task_id) for task_id in target.ids]), scene.now)
        scene.journal.waiting += [_call(action, task_id) for task_id in due]
        return ""
    wanted = target.filter or Filter()
    if wanted.status is None and not isinstance(action, Delete):
        wanted = replace(wanted, status=_status(action))
    (found,) = yield [Call("list_tasks", list_arguments(wanted, limit=WHOLE))]
    if "error" in found:
        return str(found["message"])
    if not found["tasks"]:
        return answers.none_such(action, wanted, scene.now)
    if found["total"] > WHOLE:
        return answers.too_many(found["total"], WHOLE)
    scene.journal.waiting += [_call(action, task["id"]) for task in found["tasks"]]
    return ""


def _which(action: TargetedAction, candidates: Sequence[Result], scene: Scene, question: str) -> str:
    scene.journal.show_choices(list(candidates))
    scene.ask(AskWhich(action, tuple(shown(task) for task in candidates)))
    return question


def _picked(target: Target, tasks: list[Result], now: datetime) -> list[Result]:
    if not tasks:
        return []
    match target.pick:
        case "next":
            current = f"{now:%Y-%m-%dT%H:%M}"
            ahead = [task for task in tasks if task["due"] and task["due"] >= current[: len(task["due"])]]
            return (ahead or tasks)[:1]
        case "last":
            return tasks[-1:]
        case "newest":
            return [max(tasks, key=_age)]
        case "oldest":
            return [min(tasks, key=_age)]
        case None:
            return tasks


def _age(task: Result) -> tuple[str, str]:
    """Ids grow with time, within the same instant too."""
    return str(task["created_at"]), str(task["id"])


def _is_so(action: TargetedAction, task: Shown | None) -> bool:
    """Whether it is known that nothing would change, so that nobody need be asked."""
    return task is not None and not isinstance(action, Delete | Update) and task.status != _status(action)


def _status(action: TargetedAction) -> Literal["open", "done"]:
    return "done" if isinstance(action, Reopen) else "open"


def _call(action: TargetedAction, task: str) -> Call:
    match action:
        case Complete():
            return Call("complete_task", {"task": task})
        case Reopen():
            return Call("complete_task", {"task": task, "done": False})
        case Delete():
            return Call("delete_task", {"task": task})
        case Update(changes=changes):
            return Call("update_task", {"task": task, **update_arguments(changes)})
