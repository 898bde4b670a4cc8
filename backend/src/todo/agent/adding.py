"""The offline assistant adds tasks: all that a sentence names, together."""

from collections.abc import Sequence

from todo.agent import answers
from todo.agent.asking import add_arguments
from todo.agent.journal import Call
from todo.agent.offline import Script
from todo.agent.outcomes import outcome
from todo.agent.scene import Scene
from todo.agent.speech import bold
from todo.interpreter.context import AskTitle
from todo.interpreter.plan import Add


def add_all(adds: Sequence[Add], scene: Scene) -> Script:
    said, wanted = [], []
    for add in adds:
        if add.title is None:
            scene.ask(AskTitle(add))
            said.append(answers.WHAT_TO_ADD)
        elif add.only_if_absent and (there := (yield from _is_there(add))):
            said.append(f"{bold(there)} is on your list already, so I added nothing.")
        else:
            wanted.append(add)
    if wanted:
        results = yield [Call("add_task", add_arguments(add)) for add in wanted]
        said.insert(0, outcome(results, scene.now))
    return " ".join(said)


def _is_there(add: Add) -> Script:
    """The title of an open task that is what `add` would make; empty when there is none."""
    given = {"words": add.title, **({"list": add.list} if add.list else {})}
    (found,) = yield [Call("list_tasks", given)]
    return found["tasks"][0]["title"] if found.get("tasks") else ""
