"""Which turn "undo" and "redo" mean, when nobody names one."""

from mcp.types import CallToolResult

from todo.errors import InvalidRequest
from todo.history.event import Event
from todo.history.undo import Undo
from todo.kit.ids import parse_id
from todo.tools import results
from todo.tools.acting import Act


async def undo_turn(undoing: Undo, act: Act, turn: str, *, redo: bool) -> CallToolResult:
    """Undo or redo the turn named, else the newest of this conversation, or of this client.

    With nothing of theirs to undo, nothing is: the newest change anywhere is named, to be asked about.

    Raises:
        AppError: as `Undo.turn` and `Undo.redo` do; nothing was changed.
    """
    if turn:
        turn_id = parse_id(turn)
        if turn_id is None:
            raise InvalidRequest("That is no turn's id. Leave it out to undo the newest turn.")
        change = undoing.redo if redo else undoing.turn
        return results.undone("redo" if redo else "undo", await change(act.caller, turn_id, act.turn))
    conversation = act.turn.conversation_id
    if redo:
        undone = await undoing.newest_undone(act.caller, conversation)
        if undone is None:
            return results.failed("nothing_to_redo", "There is nothing to redo since the last change.")
        return results.undone("redo", await undoing.redo(act.caller, undone.turn_id, act.turn))
    newest = await undoing.newest_own(act.caller, conversation)
    if newest is not None:
        return results.undone("undo", await undoing.turn(act.caller, newest.turn_id, act.turn))
    elsewhere = await undoing.newest(act.caller)
    if elsewhere is None:
        return results.failed("nothing_to_undo", "There is nothing to undo.")
    return _ask(elsewhere)


def _ask(event: Event) -> CallToolResult:
    name = (event.after or {}).get("title") or (event.after or {}).get("name")
    message = (
        f"Nothing was changed in this conversation. The newest change elsewhere: {event.action} “{name}”, by "
        f"{event.actor}. Ask whether to undo that; if so, undo turn {event.turn_id}."
    )
    newest = {"turn_id": str(event.turn_id), "action": event.action, "name": name, "actor": event.actor}
    return results.failed("elsewhere", message, newest=newest)
