"""Asking first: exactly what a yes would do is shown, and kept with the conversation until it is answered."""

from datetime import UTC, datetime, timedelta
from typing import Any

from todo.agent import answers
from todo.agent.dialogue import Approval, Dialogue
from todo.agent.journal import Journal, shown
from todo.tasks.finding import TaskFinder
from todo.tools.results import as_json

APPROVAL_MINUTES = 10


async def ask_first(dialogue: Dialogue, journal: Journal, finder: TaskFinder, now: datetime) -> Dialogue:
    """The dialogue once it is asked about the calls that wait; `now` is local."""
    actions: list[dict[str, Any]] = []
    for call in journal.waiting:
        task = journal.seen.get(call.arguments["task"])
        if task is None:
            found = await finder.find(journal.act.caller, call.arguments["task"], ("open", "done"))
            task = as_json(found.tasks[0]) if found.tasks else None
        if task is not None:
            actions.append({"tool": call.tool, "arguments": call.arguments, "task": task})
    if not actions:
        journal.say(answers.GONE)
        return dialogue
    turn_id = str(journal.act.turn.id)
    expires_at = (now + timedelta(minutes=APPROVAL_MINUTES)).astimezone(UTC).isoformat()
    journal.stream.emit("approval", {"turn_id": turn_id, "actions": actions, "expires_at": expires_at})
    question = answers.approval(actions, now)
    journal.say(f" {question}" if journal.stream.text else question)
    approval = Approval(turn_id, tuple(journal.waiting), expires_at)
    return dialogue.asking(approval, tuple(shown(action["task"]) for action in actions))
