"""The offline assistant takes things back, and brings them back again."""

from todo.agent.journal import Call
from todo.agent.offline import Script
from todo.agent.outcomes import outcome
from todo.agent.scene import Scene
from todo.agent.speech import bold
from todo.interpreter.context import AskUndo
from todo.interpreter.plan import Redo, Undo

_ACTIONS = {
    "add": "was added",
    "update": "was changed",
    "complete": "was completed",
    "reopen": "was reopened",
    "delete": "was deleted",
    "restore": "was restored",
}


def _by(actor: str) -> str:
    match actor.partition(":"):
        case ("mcp", _, client):
            return f"by {client}"
        case ("assistant", _, _):
            return "in another conversation"
        case _:
            return "by hand"


def undo(action: Undo | Redo, scene: Scene) -> Script:
    given: dict[str, object] = {"redo": True} if isinstance(action, Redo) else {}
    if isinstance(action, Undo) and action.confirmed and scene.undo_turn:
        given["turn"] = scene.undo_turn
    (result,) = yield [Call("undo", given)]
    if result.get("error") == "elsewhere":
        newest = result["newest"]
        scene.ask(AskUndo())
        scene.journal.undo_turn = newest["turn_id"]
        change = f"{bold(newest['name'])} {_ACTIONS[newest['action']]} {_by(newest['actor'])}"
        return f"There is nothing to undo in this conversation. The newest change elsewhere: {change}. Undo that?"
    return outcome([result], scene.now)
